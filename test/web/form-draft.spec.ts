import fc from 'fast-check';
import {
  arrived,
  cellKey,
  type CellValue,
  comeBack,
  enter,
  type FormDraft,
  freshDraft,
  isSettled,
  keepTheirs,
  type OthersValue,
  refusedAsChanged,
  shownValue,
  takeOff,
  typed,
  unsentCount,
  withNews,
} from '../../apps/web/src/marking/form-draft.js';

/** The server's rule in small: what save-marks.sql.ts does for one form. */
class Server {
  revision = 0;
  readonly saves: { key: string; revision: number; values: CellValue[] }[] = [];

  save({ clientKey, revision, values }: NonNullable<FormDraft['sending']>) {
    const before = this.saves.find(({ key }) => key === clientKey);
    if (before) return { revision: before.revision, merged: this.others(revision, before) };
    const current = this.since(revision);
    const isChanged = values.some(({ aspectId, seat, value }) =>
      current.some((cell) => cell.aspectId === aspectId && cell.seat === seat && cell.value !== value),
    );
    if (isChanged) return { changed: true as const, revision: this.revision, current };
    const save = { key: clientKey, revision: ++this.revision, values };
    this.saves.push(save);
    return { revision: save.revision, merged: this.others(revision, save) };
  }

  since(revision: number, upTo = Infinity): OthersValue[] {
    const cells = new Map<string, OthersValue>();
    for (const save of this.saves) {
      if (save.revision <= revision || save.revision >= upTo) continue;
      for (const value of save.values)
        cells.set(cellKey(value.aspectId, value.seat), { ...value, by: '李娜', at: '' });
    }
    return [...cells.values()];
  }

  private others(base: number, own: { revision: number; values: CellValue[] }): OthersValue[] {
    const mine = new Set(own.values.map(({ aspectId, seat }) => cellKey(aspectId, seat)));
    return this.since(base, own.revision).filter(({ aspectId, seat }) => !mine.has(cellKey(aspectId, seat)));
  }

  standing(): Record<string, string | null> {
    return Object.fromEntries(
      this.since(-1).map(({ aspectId, seat, value }) => [cellKey(aspectId, seat), value]),
    );
  }
}

/** Sends what a tablet has; `lost`: the answer never comes back, and the tablet sends the same again. */
function send(draft: FormDraft, server: Server, clientKey: string, lost = false): FormDraft {
  const off = takeOff(draft, clientKey);
  if (!off.sending) return off;
  const answer = server.save(off.sending);
  if (lost) return off;
  return 'changed' in answer
    ? refusedAsChanged(off, answer.revision, answer.current ?? [])
    : arrived(off, answer.revision, answer.merged);
}

const key = (n: number): string => cellKey(`aspect-${n}`, 0);

describe('a form on a tablet', () => {
  it('shows the last tap at once and counts what is not sent', () => {
    let draft = enter(enter(freshDraft('f', 0, []), key(1), '2'), key(1), '3');
    draft = typed(draft, key(2), '6.');
    expect(shownValue(draft, key(1))).toBe('3');
    expect(unsentCount(draft)).toBe(2);
    draft = takeOff(draft, 'k1');
    expect(draft.sending?.values).toEqual([{ aspectId: 'aspect-1', seat: 0, value: '3' }]);
    expect(shownValue(draft, key(1))).toBe('3');
    expect(isSettled(arrived(typed(draft, key(2), null), 1, []))).toBe(true);
  });

  it('keeps what is tapped while a save is on its way for the next one', () => {
    let draft = takeOff(enter(freshDraft('f', 0, []), key(1), '2'), 'k1');
    draft = enter(draft, key(1), '1');
    expect(takeOff(draft, 'k2').sending?.clientKey).toBe('k1');
    draft = arrived(draft, 1, []);
    expect(shownValue(draft, key(1))).toBe('1');
    expect(takeOff(draft, 'k2').sending).toMatchObject({ clientKey: 'k2', revision: 1 });
  });

  it('shows both values when another tablet changed the same one, and sends the one chosen', () => {
    const server = new Server();
    const other = send(enter(freshDraft('f', 0, []), key(1), '0'), server, 'other');
    const mine = send(enter(freshDraft('f', 0, []), key(1), '3'), server, 'mine');
    expect(mine.conflicts[key(1)]).toMatchObject({ mine: '3', theirs: '0', by: '李娜' });
    expect(isSettled(mine)).toBe(false);
    expect(isSettled(keepTheirs(mine, key(1)))).toBe(true);
    send(enter(mine, key(1), '3'), server, 'mine-2');
    expect(server.standing()).toEqual({ [key(1)]: '3' });
    expect(shownValue(withNews(other, server.revision, server.since(other.revision)), key(1))).toBe('3');
  });

  it('keeps what the server refuses for good, to be seen', () => {
    const draft = comeBack(takeOff(enter(freshDraft('f', 0, []), key(1), '2'), 'k1'));
    expect(draft.edits).toEqual({ [key(1)]: '2' });
    expect(unsentCount(draft)).toBe(1);
  });

  it('never loses or silently overwrites a tap, whatever network and neighbour do', () => {
    const step = fc.record({
      tablet: fc.constantFrom(0, 1),
      cell: fc.constantFrom(1, 2, 3),
      value: fc.constantFrom('0', '1', '2', null),
      does: fc.constantFrom('tap', 'tap', 'send', 'lose', 'look'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = new Server();
        const drafts = [freshDraft('f', 0, []), freshDraft('f', 0, [])];
        const last: Record<string, string | null>[] = [{}, {}];
        const conflicted = [new Set<string>(), new Set<string>()];
        let keys = 0;
        const run = (at: number, next: FormDraft) => {
          for (const cell of Object.keys(next.conflicts)) conflicted[at]?.add(cell);
          drafts[at] = next;
        };
        for (const { tablet, cell, value, does } of steps) {
          const draft = drafts[tablet] as FormDraft;
          if (does === 'tap' && shownValue(draft, key(cell)) !== value) {
            (last[tablet] as Record<string, string | null>)[key(cell)] = value;
            conflicted[tablet]?.delete(key(cell));
            run(tablet, enter(draft, key(cell), value));
          }
          if (does === 'send') run(tablet, send(draft, server, `k${keys++}`));
          if (does === 'lose') run(tablet, send(draft, server, `k${keys++}`, true));
          if (does === 'look') run(tablet, withNews(draft, server.revision, server.since(draft.revision)));
        }
        for (const at of [0, 1, 0, 1]) {
          for (let tries = 0; tries < 5; tries++)
            run(at, send(drafts[at] as FormDraft, server, `k${keys++}`));
          const draft = drafts[at] as FormDraft;
          run(at, withNews(draft, server.revision, server.since(draft.revision)));
        }
        const standing = server.standing();
        for (const at of [0, 1]) {
          const draft = drafts[at] as FormDraft;
          expect(unsentCount(draft)).toBe(0);
          // Both tablets show what the server has …
          for (const cell of [1, 2, 3])
            expect(shownValue(draft, key(cell))).toBe(standing[key(cell)] ?? null);
          // … and a tap that does not stand was saved once, or was shown as a conflict.
          for (const [cell, value] of Object.entries(last[at] as Record<string, string | null>)) {
            const wasSaved = server.saves.some(({ values }) =>
              values.some((saved) => cellKey(saved.aspectId, saved.seat) === cell && saved.value === value),
            );
            expect(wasSaved || conflicted[at]?.has(cell) || standing[cell] === value || value === null).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import {
  type DrawInputs,
  type DrawnPlace,
  drawAlgorithm,
  drawObstacles,
  drawPlaces,
  inputsHash,
  NoArrangement,
  overlap,
  type StationRule,
} from './draw.js';

const hour = (day: number, at: number) => new Date(Date.UTC(2026, 9, day, at)).toISOString();
const names = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${kind}-${String(at).padStart(3, '0')}`);

/** Modules on days of their own, each with so many sessions one after another. */
function skill(given: {
  entries: number;
  stations: number;
  modules: number;
  sessions: number;
  rule?: StationRule;
}): DrawInputs {
  return {
    algorithm: drawAlgorithm,
    skillId: 'welding',
    skillCode: '10',
    stationRule: given.rule ?? 'perModule',
    entries: names('entry', given.entries).map((id) => ({ id, entryNumber: null })),
    takenNumbers: [],
    modules: names('module', given.modules).map((id, day) => ({
      id,
      sessions: names(`${id}-session`, given.sessions).map((session, at) => ({
        id: session,
        startsAt: hour(day + 1, at * 4),
        endsAt: hour(day + 1, at * 4 + 4),
      })),
    })),
    workstations: names('station', given.stations),
    held: [],
  };
}

const skills = fc
  .record({
    entries: fc.integer({ min: 1, max: 40 }),
    modules: fc.integer({ min: 1, max: 4 }),
    sessions: fc.integer({ min: 1, max: 4 }),
    spare: fc.integer({ min: 0, max: 5 }),
    rule: fc.constantFrom<StationRule>('perModule', 'perSkill'),
  })
  .map(({ spare, ...shape }) =>
    skill({ ...shape, stations: Math.ceil(shape.entries / shape.sessions) + spare }),
  );

const count = (keys: string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

function expectNobodyInTwoPlaces(inputs: DrawInputs, places: DrawnPlace[]): void {
  const sessions = inputs.modules.flatMap((module) => module.sessions);
  const all = [...inputs.held, ...places];
  const inSession = (id: string) => all.filter(({ sessionId }) => sessionId === id);
  const clashes = sessions.flatMap((one, at) =>
    sessions.slice(0, at + 1).flatMap((other) => {
      if (!overlap(one, other)) return [];
      const there = one === other ? inSession(one.id) : [...inSession(one.id), ...inSession(other.id)];
      const twice = (keys: string[]) => keys.length - new Set(keys).size;
      const count = twice(there.map((p) => p.entryId)) + twice(there.map((p) => p.workstationId));
      return count > 0 ? [`${one.id} and ${other.id}: ${count}`] : [];
    }),
  );
  expect(clashes).toEqual([]);
}

describe('a draw', () => {
  it('gives every entry one usable place in every module, sessions filled evenly, nobody in two places', () => {
    fc.assert(
      fc.property(fc.string(), skills, (seed, inputs) => {
        const { places } = drawPlaces(seed, inputs);
        expect(places).toHaveLength(inputs.entries.length * inputs.modules.length);
        expect(new Set(places.map((p) => `${p.entryId} ${p.moduleId}`)).size).toBe(places.length);
        expect(places.every((p) => inputs.workstations.includes(p.workstationId))).toBe(true);
        for (const { id, sessions } of inputs.modules) {
          const here = places.filter((p) => p.moduleId === id);
          const filled = count(here.map((p) => p.sessionId));
          const sizes = sessions.map((session) => filled.get(session.id) ?? 0);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          expect(here.every((p) => sessions.some((session) => session.id === p.sessionId))).toBe(true);
        }
        expectNobodyInTwoPlaces(inputs, places);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for the same seed and inputs, whoever computes it', () => {
    fc.assert(
      fc.property(fc.string(), skills, (seed, inputs) => {
        const again = JSON.parse(JSON.stringify(inputs)) as DrawInputs;
        expect(drawPlaces(seed, again)).toEqual(drawPlaces(seed, inputs));
        expect(inputsHash(again)).toBe(inputsHash(inputs));
      }),
      { numRuns: 30 },
    );
  });

  it('gives what a program written in another language from the description gives', () => {
    const { places, entryNumbers } = drawPlaces(
      'luban',
      skill({ entries: 5, stations: 3, modules: 1, sessions: 2 }),
    );
    expect(places.map((p) => [p.entryId, p.sessionId.slice(-3), p.workstationId.slice(-3)])).toEqual([
      ['entry-001', '000', '002'],
      ['entry-003', '000', '000'],
      ['entry-004', '001', '001'],
      ['entry-002', '001', '000'],
      ['entry-000', '001', '002'],
    ]);
    expect(entryNumbers.map((n) => n.entryNumber)).toEqual(['10-02', '10-04', '10-05', '10-01', '10-03']);
  });

  it('hashes inputs alike whatever the order of their keys, and otherwise when one of them differs', () => {
    const inputs = skill({ entries: 3, stations: 3, modules: 1, sessions: 1 });
    const turned = Object.fromEntries(Object.entries(inputs).reverse()) as unknown as DrawInputs;
    expect(inputsHash(turned)).toBe(inputsHash(inputs));
    expect(inputsHash({ ...inputs, workstations: inputs.workstations.slice(1) })).not.toBe(
      inputsHash(inputs),
    );
  });

  it('is fair: over many seeds every entry gets every session and workstation about equally often', () => {
    const inputs = skill({ entries: 5, stations: 3, modules: 1, sessions: 2 });
    const draws = 3000;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < draws; seed += 1) {
      for (const p of drawPlaces(`fair ${seed}`, inputs).places) {
        const cell = `${p.entryId} ${p.sessionId} ${p.workstationId}`;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
    }
    // 5 entries × 6 places: each expects draws / 6; the standard deviation is about 20.
    expect(counts.size).toBe(30);
    for (const times of counts.values()) expect(Math.abs(times - draws / 6)).toBeLessThan(5 * 20.4);
  });

  it('gives entry numbers that tell nothing about the order of registration, and keeps those already given', () => {
    const inputs = skill({ entries: 12, stations: 12, modules: 1, sessions: 1 });
    inputs.entries[3] = { id: 'entry-003', entryNumber: '10-07' };
    const { entryNumbers } = drawPlaces('a', inputs);
    expect(entryNumbers.map((n) => n.entryId)).not.toContain('entry-003');
    expect([...entryNumbers.map((n) => n.entryNumber), '10-07'].sort()).toEqual(
      Array.from({ length: 12 }, (_, at) => `10-${String(at + 1).padStart(2, '0')}`),
    );
    expect(entryNumbers.map((n) => n.entryNumber)).not.toEqual(
      [...entryNumbers.map((n) => n.entryNumber)].sort(),
    );
  });

  it('keeps the workstation and the sitting through all modules when lots are drawn once per skill', () => {
    const { places } = drawPlaces(
      'once',
      skill({ entries: 9, stations: 5, modules: 3, sessions: 2, rule: 'perSkill' }),
    );
    const stationsOf = new Map<string, Set<string>>();
    for (const p of places)
      stationsOf.set(p.entryId, (stationsOf.get(p.entryId) ?? new Set()).add(p.workstationId));
    for (const stations of stationsOf.values()) expect(stations.size).toBe(1);
  });

  it('rotates entries through modules that run at the same time', () => {
    const inputs = skill({ entries: 11, stations: 11, modules: 3, sessions: 3 });
    for (const module of inputs.modules) {
      module.sessions = module.sessions.map((s, at) => ({
        ...s,
        startsAt: hour(1, at * 4),
        endsAt: hour(1, at * 4 + 4),
      }));
    }
    for (const seed of names('seed', 20)) {
      const { places } = drawPlaces(seed, inputs);
      expect(places).toHaveLength(33);
      expectNobodyInTwoPlaces(inputs, places);
    }
  });

  it('says which module leaves no arrangement when sessions overlap too much', () => {
    const inputs = skill({ entries: 3, stations: 6, modules: 2, sessions: 1 });
    inputs.modules[1]!.sessions = [{ id: 'late', startsAt: hour(1, 2), endsAt: hour(1, 6) }];
    expect(drawObstacles(inputs)).toEqual([]);
    expect(() => drawPlaces('x', inputs)).toThrow(NoArrangement);
    expect(() => drawPlaces('x', { ...inputs, stationRule: 'perSkill' })).toThrow(NoArrangement);
  });

  it('names what is missing: places, sessions, workstations, modules, entries', () => {
    const full = skill({ entries: 9, stations: 2, modules: 2, sessions: 2 });
    full.modules[1]!.sessions = [];
    expect(drawObstacles(full)).toEqual([
      {
        code: 'too-few-places',
        moduleId: 'module-000',
        params: { entries: 9, stations: 2, sessions: 2, missing: 5 },
      },
      { code: 'no-sessions', moduleId: 'module-001', params: {} },
    ]);
    const codes = (inputs: DrawInputs) => drawObstacles(inputs).map(({ code }) => code);
    expect(codes({ ...full, entries: [], modules: [], workstations: [] })).toEqual([
      'no-entries',
      'no-modules',
      'no-workstations',
    ]);
    expect(
      codes({ ...skill({ entries: 1, stations: 1, modules: 2, sessions: 1 }), stationRule: 'perSkill' }),
    ).toEqual([]);
    const unequal = { ...full, workstations: names('station', 9), stationRule: 'perSkill' as const };
    expect(codes(unequal)).toEqual(['no-sessions', 'unequal-sessions']);
  });

  it('places late entries in free workstations, emptiest session first, and moves nobody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<StationRule>('perModule', 'perSkill'),
        fc.integer({ min: 1, max: 5 }),
        (rule, late) => {
          const first = skill({ entries: 7, stations: 6, modules: 2, sessions: 2, rule });
          const held = drawPlaces('first', first).places;
          const lateEntries = names('late', late).map((id) => ({ id, entryNumber: null }));
          const { places } = drawPlaces('second', { ...first, entries: lateEntries, held });
          expect(places).toHaveLength(late * 2);
          expectNobodyInTwoPlaces({ ...first, held }, places);
          for (const { id, sessions } of first.modules) {
            const here = [...held, ...places].filter((p) => p.moduleId === id);
            const sizes = sessions.map((s) => here.filter((p) => p.sessionId === s.id).length);
            expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 20 },
    );
    const first = skill({ entries: 4, stations: 2, modules: 1, sessions: 2 });
    const held = drawPlaces('first', first).places;
    expect(() => drawPlaces('x', { ...first, entries: [{ id: 'late', entryNumber: null }], held })).toThrow(
      NoArrangement,
    );
  });
});

import { Audit } from '@luban/audit';
import { StandingClock } from '@luban/platform';
import type { RulePack } from '@luban/rulebook';
import { testDatabase } from '../../../test/support/test-database.js';
import { country, givenAuthority, zhejiang } from '../../../test/support/world-approvals.js';
import { givenActor } from '../../../test/support/world.js';
import { ensureShippedPacks, PackForceService, packInForce, RulePackService } from './index.js';
import type { RulePackDto } from './rule-pack.dto.js';

type Person = Awaited<ReturnType<typeof givenAuthority>>['reviewer'];

describe('rule packs', () => {
  const db = testDatabase();
  const clock = new StandingClock(new Date('2026-11-22T01:00:00Z'));
  let packs: RulePackService;
  let forces: PackForceService;
  let reviewer: Person;
  let ofZhejiang: Person;
  let applicant: Person;
  let national: RulePackDto;
  let n = 0;

  beforeAll(async () => {
    await ensureShippedPacks(db.source);
    packs = new RulePackService(db.source, clock, new Audit(clock));
    forces = new PackForceService(db.source, clock, new Audit(clock));
    reviewer = (await givenAuthority(db.source.manager, country)).reviewer;
    ofZhejiang = (await givenAuthority(db.source.manager, zhejiang)).reviewer;
    applicant = await givenActor(db.source.manager, { role: 'host' });
    const { items } = await packs.list(applicant, { limit: 50 });
    const shipped = items.find(({ code }) => code === 'class-status-2023');
    national = await packs.read(applicant, shipped?.id ?? '');
  });

  const draft = (actor = reviewer) =>
    packs.create(actor, {
      basedOnId: national.id,
      code: `class-status-2027-${++n}`,
      titleZh: '新规则',
      year: 2027,
    });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code ?? String(error),
    );
  const audited = async (id: string) =>
    (
      await db.source.query<{ verb: string }[]>(
        `SELECT verb FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
        [id],
      )
    ).map(({ verb }) => verb);

  it('that ship are read by everybody, with their days in force and the unverified rules counted', () => {
    expect(national).toMatchObject({
      state: 'inForce',
      inForceFrom: '2022-11-01',
      inForceUntil: null,
      shipped: true,
      mine: false,
      actions: [],
      unverifiedCount: 3,
    });
    expect(national.ruleCount).toBe(national.content.rules.length);
  });

  it('are made from an old one, edited, compared and put in force; each step on the record', async () => {
    const made = await draft();
    expect(made).toMatchObject({ state: 'draft', version: 1, mine: true });
    const rules = made.content.rules.map((rule) =>
      rule.id === 'occupations-at-most-two' ? { ...rule, parameters: { class: 'two', most: 5 } } : rule,
    );
    const edited = await packs.edit(reviewer, made.id, 1, { rules });
    expect(edited.version).toBe(2);
    const { items, fromCode } = await packs.difference(reviewer, made.id);
    expect(fromCode).toBe('class-status-2023');
    expect(items.filter(({ part }) => part === 'rule')).toMatchObject([
      {
        id: 'occupations-at-most-two',
        change: 'changed',
        fields: [{ before: { zh: '4' }, after: { zh: '5' } }],
      },
    ]);
    const planned = await forces.putInForce(reviewer, made.id, 2, {
      inForceFrom: '2027-01-01',
      reason: '新通知',
    });
    expect(planned).toMatchObject({
      state: 'scheduled',
      inForceFrom: '2027-01-01',
      actions: ['takeBack', 'derive'],
    });
    const on = async (day: string) => (await packInForce(db.source.manager, country, day))?.pack.code;
    expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual(['class-status-2023', made.code]);
    expect((await packs.read(reviewer, national.id)).inForceUntil).toBe('2026-12-31');
    const back = await forces.takeBack(reviewer, made.id, '通知推迟');
    expect(back).toMatchObject({ state: 'draft', inForceFrom: null });
    expect(back.forces).toHaveLength(1);
    expect(await on('2027-01-01')).toBe('class-status-2023');
    expect(
      (await packs.read(reviewer, made.id)).history.map(({ text, reason }) => [text.zh, reason]),
    ).toEqual([
      ['撤回规则包的启用', '通知推迟'],
      ['启用规则包', '新通知'],
      ['修改规则包', null],
      ['新建规则包', null],
    ]);
    expect(await audited(made.id)).toEqual([
      'rulePack.drafted',
      'rulePack.edited',
      'rulePack.putInForce',
      'rulePack.takenBack',
    ]);
  });

  it('are never edited nor deleted once put in force, shipped or not', async () => {
    const made = await draft();
    await forces.putInForce(reviewer, made.id, 1, { inForceFrom: '2028-01-01', reason: '新通知' });
    const title = { zh: '改', en: 'changed' };
    expect(await refusal(packs.edit(reviewer, made.id, 1, { title }))).toBe('rules.pack-in-force');
    expect(await refusal(packs.delete(reviewer, made.id))).toBe('rules.pack-in-force');
    expect(await refusal(packs.edit(reviewer, national.id, 1, { title }))).toBe('rules.pack-in-force');
    expect(await refusal(forces.takeBack(reviewer, national.id, '不'))).toBe('rules.already-begun');
    const again = { inForceFrom: '2029-01-01', reason: '再' };
    expect(await refusal(forces.putInForce(reviewer, made.id, 1, again))).toBe('rules.pack-in-force');
  });

  it('begin today at the earliest, and never two from one day', async () => {
    const [one, two] = [await draft(), await draft()];
    const from = (inForceFrom: string) => ({ inForceFrom, reason: '新通知' });
    expect(await refusal(forces.putInForce(reviewer, one.id, 1, from('2026-11-21')))).toBe(
      'rules.date-in-the-past',
    );
    const both = await Promise.all(
      [one, two].map(({ id }) => refusal(forces.putInForce(reviewer, id, 1, from('2026-11-22')))),
    );
    expect(both.sort()).toEqual(['done', 'rules.date-taken'].sort());
    expect(await refusal(forces.takeBack(reviewer, one.id, '撤')).then((code) => code !== 'done')).toBe(true);
  });

  it('keep a fault out, and name each at its place', async () => {
    const made = await draft();
    const rules = structuredClone(made.content.rules);
    const company = rules.find(({ id }) => id === 'companies-only-help');
    if (company) company.severity = 'blocking';
    (rules[0] as unknown as Record<string, unknown>)['check'] = 'eval';
    const errors = await packs.edit(reviewer, made.id, 1, { rules, year: 1 }).then(
      () => [],
      (error: { extra: { errors: { path: string }[] } }) => error.extra.errors.map(({ path }) => path),
    );
    const at = rules.findIndex(({ id }) => id === 'companies-only-help');
    expect(errors).toEqual(['year', 'rules.0.check', `rules.${at}.severity`]);
    expect((await packs.read(reviewer, made.id)).version).toBe(1);
  });

  it('refuse an edit of a version that is no longer current', async () => {
    const made = await draft();
    await packs.edit(reviewer, made.id, 1, { year: 2028 });
    expect(await refusal(packs.edit(reviewer, made.id, 1, { year: 2029 }))).toBe('platform.outdated');
  });

  it('are a province’s own: borrowed clauses become unverified and warn until it cites its own', async () => {
    const made = await draft(ofZhejiang);
    expect(made.content).toMatchObject({
      level: 'provincial',
      divisionCode: '330000',
      naming: { pattern: '{planYear}年{edition}{name}' },
    });
    const held = made.content.rules as RulePack['rules'];
    expect(
      held.every(({ severity, citation }) => severity === 'warning' && citation.grade === 'unverified'),
    ).toBe(true);
    const seen = await packs.edit(ofZhejiang, made.id, 1, { classes: [] });
    expect(seen.content.classes).toEqual([]);
  });

  it('of another’s are out of reach as drafts, read when in force, and never another’s to change', async () => {
    const own = await draft(ofZhejiang);
    expect(await refusal(packs.read(applicant, own.id))).toBe('rules.pack-not-found');
    expect((await packs.read(reviewer, own.id)).mine).toBe(false); // the ministry watches over the provinces
    expect(await refusal(packs.edit(reviewer, own.id, 1, { year: 2028 }))).toBe('identity.not-your-level');
    const ministrys = await draft();
    expect(await refusal(packs.read(ofZhejiang, ministrys.id))).toBe('rules.pack-not-found');
    expect(await refusal(packs.edit(ofZhejiang, national.id, 1, { year: 2028 }))).toBe(
      'identity.not-your-level',
    );
    const elsewhere = { basedOnId: national.id, code: 'x-1', ...country };
    expect(await refusal(packs.create(ofZhejiang, elsewhere))).toBe('identity.not-your-level');
  });

  it('are deleted as drafts, unless others are based on them', async () => {
    const made = await draft();
    const child = await packs.create(reviewer, { basedOnId: made.id, code: `child-${n}` });
    expect(await refusal(packs.delete(reviewer, made.id))).toBe('rules.pack-used');
    await packs.delete(reviewer, child.id);
    await packs.delete(reviewer, made.id);
    expect(await refusal(packs.read(reviewer, made.id))).toBe('rules.pack-not-found');
    expect(await audited(made.id)).toEqual(['rulePack.drafted', 'rulePack.deleted']);
  });

  it('refuse a code that is taken', async () => {
    const work = packs.create(reviewer, { basedOnId: national.id, code: 'class-status-2023' });
    await expect(work).rejects.toMatchObject({
      driverError: { constraint: 'rule_pack_level_division_code_code_key' },
    });
  });
});

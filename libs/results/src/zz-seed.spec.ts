import { Audit } from '@luban/audit';
import { Boards, GiveAwards } from '@luban/awards';
import { createDataSource, Jobs, Live, newId, readConfig, StandingClock } from '@luban/platform';

import { writeFileSync } from 'node:fs';
import { entities, migrations } from '../../../migrations/index.js';
import { givenActor } from '../../../test/support/world.js';
import { givenEvent, givenSkill } from '../../../test/support/world-events.js';
import { givenCodedWorks, givenSchemeInForce, givenSignedForms, moveTo, smallScheme } from '../../../test/support/world-marks.js';
import { givenDelegations, givenEntry } from '../../../test/support/world-registration.js';
import { Decodings } from './decodings.service.js';
import { Publications } from './publications.service.js';
import { ResultProofs } from './result-proofs.service.js';
import { ScoreRuns } from './score-runs.service.js';
import './messages.js';
it('seeds', async () => {
  const url = process.env.SEED_URL ?? '';
  const source = await createDataSource({ url, entities, migrations } as never).initialize();
  const tx = source.manager;
  const clock = new StandingClock(new Date());
  const live = new Live(readConfig({ DATABASE_URL: url }));
  await live.onApplicationBootstrap();
  const audit = new Audit(clock); const jobs = new Jobs(clock, source);
  const runs = new ScoreRuns(source, audit, jobs, clock, live);
  const proofs = new ResultProofs(source, audit, clock, jobs);
  const decodings = new Decodings(source, audit, clock);
  const publications = new Publications(source, audit, jobs, clock);
  const boards = new Boards(source, clock, live); const awards = new GiveAwards(source, audit);
  const event = await givenEvent(tx, { stage: 'competition', name: '江苏省职业技能大赛（试运行）', startsOn: '2026-11-21', endsOn: '2026-11-24' });
  const delegations = await givenDelegations(tx, event.id, 12);
  const host = await givenActor(tx, { role: 'host', eventId: event.id, login: 'host3', password: 'luban-demo-2026' });
  const supervisor = await givenActor(tx, { role: 'supervisor', eventId: event.id, login: 'supervisor3', password: 'luban-demo-2026' });
  const leader = await givenActor(tx, { role: 'teamLeader', eventId: event.id, delegationId: delegations[1]?.id ?? '', login: 'leader3', password: 'luban-demo-2026' });
  const chief = await givenActor(tx, { role: 'chiefJudge', eventId: event.id, login: 'chief3', password: 'luban-demo-2026' });
  const skills: { id: string; name: string }[] = [];
  for (const [i, [name, policy, entriesN, groups]] of ([['焊接', 'national-2020', 12, ['worker', 'student']], ['网站设计与开发', 'worldskills-2026', 12, ['worker']], ['砌筑', 'national-2020', 10, ['worker']], ['数控车', 'prizes-by-percentage', 12, ['worker', 'student']]] as const).entries()) {
    const setUp = await givenSkill(tx, event.id, { name, policy, groups: [...groups], modules: ['A', 'B'], code: `S${i + 1}` });
    const entries = [];
    for (let n = 0; n < entriesN; n++)
      entries.push(await givenEntry(tx, { eventId: event.id, skillId: setUp.skill.id, delegationId: delegations[n % 12]?.id ?? '', groupId: setUp.groups[n % groups.length]?.id ?? '' }));
    const scheme = await givenSchemeInForce(tx, setUp, smallScheme(['A', 'B', 'C', 'D']), (c) => (c < 'C' ? 'A' : 'B'));
    const works = await givenCodedWorks(tx, setUp, entries);
    const forms = await givenSignedForms(tx, { skill: setUp.skill, entries, works, scheme,
      values: (_e, a, p) => a.kind === 'measurement' ? [a.id === 'A1.1' ? (i === 2 && p < 2 ? 9.5 : Math.round(((p * 5) % 12) * 70 + 37) / 100) : (a.id.charCodeAt(0) % 5) + 4] : a.id === 'B1.2' ? [1, 2, 2] : [2, 3, 2] });
    if (i === 3) await tx.query(`UPDATE marking_form SET state='open' WHERE event_id=$1 AND id = ANY($2)`, [event.id, [...forms.values()].slice(0, 5).flatMap((f) => [...f.values()].slice(0, 2))]);
    if (i === 0) { await tx.query(`UPDATE entry SET status='absent' WHERE event_id=$1 AND id=$2`, [event.id, entries[11]?.id]); }
    const t0 = Date.now();
    const { resultVersionId } = await runs.run(event.id, setUp.skill.id);
    const t1 = Date.now();
    const proof = await proofs.prove(event.id, resultVersionId);
    console.log(name, 'run', t1 - t0, 'ms', proof);
    await awards.give(event.id, resultVersionId);
    await tx.query(`UPDATE job_request SET state='done' WHERE state='waiting'`);
    if (i < 2) { await decodings.open(chief, event.id, setUp.skill.id); await decodings.witness(supervisor, event.id, setUp.skill.id); }
    skills.push({ id: setUp.skill.id, name });
    if (i === 1) {
      await moveTo(tx, event, 'results');
      await publications.publish(host, event.id, { kind: 'provisional', skillIds: skills.map((s) => s.id) });
      const f = forms.get(entries[4]?.id ?? '')?.get('A1');
      await tx.query(`UPDATE mark SET value=10, mark_hundredths=1000 WHERE event_id=$1 AND form_id=$2 AND seat=0`, [event.id, f]);
      const again = await runs.run(event.id, setUp.skill.id); await proofs.prove(event.id, again.resultVersionId);
      await tx.query(`UPDATE job_request SET state='done' WHERE state='waiting'`);
      await moveTo(tx, event, 'competition');
    }
  }
  await moveTo(tx, event, 'results');
  // a large one for latency
  const big = await givenSkill(tx, (await givenEvent(tx, { stage: 'competition' })).id, { policy: 'worldskills-2026', groups: ['worker'] });
  const bd = await givenDelegations(tx, big.skill.eventId, 36); const be = [];
  for (let n = 0; n < 36; n++) be.push(await givenEntry(tx, { eventId: big.skill.eventId, skillId: big.skill.id, delegationId: bd[n]?.id ?? '', groupId: big.groups[0]?.id ?? '' }));
  const tree = smallScheme(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']);
  for (const c of tree.criteria) { const [m, j] = c.subCriteria[0]!.aspects; c.subCriteria[0]!.aspects = Array.from({ length: 17 }, (_, k) => ({ ...(k % 4 === 0 ? j! : m!), id: `${c.code}1.${k + 1}`, maxHundredths: 60 })); }
  const bs = await givenSchemeInForce(tx, big, tree); const bw = await givenCodedWorks(tx, big, be);
  await givenSignedForms(tx, { skill: big.skill, entries: be, works: bw, scheme: bs, values: (_e, a, p) => a.kind === 'measurement' ? [p % 11] : [p % 3, p % 3, p % 3] });
  await tx.query('ANALYZE');
  const times = []; const forms2: { id: string }[] = await tx.query(`SELECT id FROM marking_form WHERE event_id=$1`, [big.skill.eventId]);
  for (let k = 0; k < 20; k++) { await tx.query(`UPDATE marking_form SET state = CASE WHEN state='signed' THEN 'open' ELSE 'signed' END WHERE event_id=$1 AND id=$2`, [big.skill.eventId, forms2[k]?.id]); const a = performance.now(); await runs.run(big.skill.eventId, big.skill.id); times.push(performance.now() - a); }
  console.log('score runs of 36 x 153 aspects, ms', times.map((x) => Math.round(x)).join(' '));
  await tx.query(`DELETE FROM job_request WHERE state='waiting'`);
  await boards.refresh(event.id);
  writeFileSync('/tmp/results-seed.json', JSON.stringify({ eventId: event.id, skills, leader: leader.accountId }));
  await live.beforeApplicationShutdown(); await source.destroy(); void newId;
}, 120000);

import type { Checks } from './checks.js';
import { completeRanking, publish, rankingOf } from './closing.js';
import type { MarkedSkill } from './mark-skill.js';
import { type Form, tasksOf } from './marking.js';
import { refused } from './people.js';
import type { SetUpEvent } from './set-up.js';

/**
 * A correction after publication: the chief judge reopens a form with a reason, its judges change one measured value,
 * it is signed again, and the new version is published with what it changed.
 */
export async function correct(
  event: SetUpEvent,
  { judged, marked }: MarkedSkill,
  checks: Checks,
): Promise<void> {
  const at = `/events/${event.id}/skills/${judged.skill.id}`;
  const before = await rankingOf(event.id, judged);
  const found = await formToCorrect(event.id, judged, marked);
  if (!found) throw new Error('no form to correct');
  const { task, form, aspect, value } = found;
  await judged.chief.delete(`/events/${event.id}/forms/${task.formId}/sign-off`, {
    reason: '复核发现测量值登记有误',
  });
  const [judge] = task.judges;
  if (!judge) throw new Error('nobody to correct it');
  const open = await judge.get<Form>(`/events/${event.id}/forms/${task.formId}`);
  const saved = await judge.put<{ revision: number }>(`/events/${event.id}/forms/${task.formId}/marks`, {
    clientKey: `correction-${task.formId}`,
    revision: open.revision,
    values: [{ aspectId: aspect.id, seat: 0, value }],
  });
  marked.set(task.workCode, aspect.code, [value]);
  marked.saves += 1;
  marked.valueCount += 1;
  await judge.put(`/events/${event.id}/forms/${task.formId}/submission`, {}, saved.revision);
  const { items } = await judged.chief.get<{ items: { formId: string; revision: number }[] }>(
    `${at}/sign-off-candidates`,
  );
  const [toSign] = items.filter(({ formId }) => formId === form.id);
  await judged.chief.put(`${at}/sign-offs`, {
    forms: toSign ? [{ formId: toSign.formId, revision: toSign.revision }] : [],
  });
  const after = await completeRanking(event.id, judged, before.number);
  await refused('results.correction-needs-note', async () => {
    await publish(event, 'provisional');
  });
  await publish(event, 'provisional', '复核更正：一处测量值登记有误');
  const differences = await event.host.get<{ items: unknown[] }>(
    `${at}/result-versions/${before.number}/differences/${after.number}`,
  );
  checks.that(
    'a correction shows what it changed',
    differences.items.length > 0,
    `${differences.items.length} differences`,
  );
}

/** A form with a full-or-zero measurement whose value can be turned around. */
async function formToCorrect(eventId: string, judged: MarkedSkill['judged'], marked: MarkedSkill['marked']) {
  for (const task of await tasksOf(eventId, judged)) {
    const [judge] = task.judges;
    const form = await judge?.get<Form>(`/events/${eventId}/forms/${task.formId}`);
    const aspect = form?.aspects.find(({ code, kind }) => {
      const known = judged.aspects.get(code);
      return kind === 'measurement' && (!known?.calculation || known.calculation.type === 'PASS_FAIL');
    });
    if (!form || !aspect) continue;
    const value = marked.values.get(task.workCode)?.get(aspect.code)?.[0] === '1' ? '0' : '1';
    return { task, form, aspect, value };
  }
  return null;
}

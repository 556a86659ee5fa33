import type { ApplicationChangeDto } from './application-reply.dto.js';
import type { Statement } from './application-statement.js';

/** What differs between two statements of an application, field by field, each side in words. */
export function changesBetween(before: Statement, after: Statement): ApplicationChangeDto[] {
  return Object.entries(shown).flatMap(([field, show]) => {
    const [was, is] = [show(before), show(after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

/** Every field of a statement in words; null where nothing is stated. */
export const fieldsInWords = (statement: Statement): Record<string, string | null> =>
  Object.fromEntries(Object.entries(shown).map(([field, show]) => [field, show(statement)]));

const lines = (values: readonly (string | number | null | undefined | false)[]): string | null =>
  values
    .filter((value) => value !== null && value !== undefined && value !== '' && value !== false)
    .join('\n') || null;

const parts = (values: readonly (string | number | null | undefined)[]): string =>
  values.filter((value) => value !== null && value !== undefined && value !== '').join(' · ');

const levelNames = ['', '高级技师', '技师', '高级工', '中级工', '初级工'];

/** How each field reads when two versions are compared. */
const shown: Record<string, (statement: Statement) => string | null> = {
  name: ({ name }) => name,
  edition: ({ edition }) => edition,
  class: (statement) => (statement.class && (statement.class === 'one' ? '一类' : '二类')) ?? null,
  planYear: ({ planYear }) => String(planYear),
  heldYear: ({ heldYear }) => String(heldYear),
  industry: ({ industryCode }) => industryCode,
  place: ({ placeDivisionCode }) => placeDivisionCode,
  finalDates: ({ finalFrom, finalTo }) =>
    finalFrom || finalTo ? `${finalFrom ?? ''} – ${finalTo ?? ''}` : null,
  parties: ({ parties }) => lines(parties.map(({ name, part }) => `${partNames[part]}：${name}`)),
  occupations: ({ occupations }) =>
    lines(
      occupations.map((o) =>
        parts([
          o.name,
          o.code && `${o.code}（${o.edition}）`,
          o.detail,
          o.standardExists === null ? null : o.standardExists ? '有国家标准' : '无国家标准',
          o.standardTopLevel && levelNames[o.standardTopLevel],
          o.strategicReason,
          o.teamSize > 1 ? `${o.teamSize} 人一队` : null,
        ]),
      ),
    ),
  purpose: ({ content }) => content.purpose ?? null,
  contact: ({ content: { contact } }) => lines([contact?.name, contact?.phone, contact?.email]),
  groups: ({ content }) => lines((content.groups ?? []).map(({ name }) => name)),
  schedule: ({ content: { schedule } }) =>
    lines([
      (schedule?.preliminaryFrom || schedule?.preliminaryTo) &&
        `${schedule.preliminaryFrom ?? ''} – ${schedule.preliminaryTo ?? ''}`,
      schedule?.note,
    ]),
  venue: ({ content: { venue } }) => lines([venue?.city, venue?.address, venue?.facilities, venue?.safety]),
  experts: ({ content: { experts } }) => lines([experts?.count, experts?.note]),
  judges: ({ content: { judges } }) => lines([judges?.count, judges?.note]),
  funding: ({ content: { funding } }) =>
    lines([
      funding?.totalYuan !== undefined && `${funding.totalYuan} 元`,
      ...(funding?.sources ?? []).map(({ name, amountYuan }) => `${name}：${amountYuan} 元`),
      funding?.note,
    ]),
  scale: ({ content: { scale } }) =>
    lines([
      scale?.delegations !== undefined && `代表队 ${scale.delegations}`,
      scale?.competitors !== undefined && `选手 ${scale.competitors}`,
    ]),
  earlierEditions: ({ content }) =>
    lines(
      (content.earlierEditions ?? []).map(({ year, name, occupations, competitors }) =>
        parts([year, name, occupations.join('、'), competitors !== undefined ? `${competitors} 人` : null]),
      ),
    ),
  inspectionYears: ({ content }) => (content.inspectionYears ?? []).join('、') || null,
  business: ({ content: { business } }) =>
    lines([business?.covers === undefined ? null : business.covers ? '是' : '否', business?.note]),
};

const partNames: Record<Statement['parties'][number]['part'], string> = {
  lead: '牵头',
  coHost: '联合主办',
  organiser: '承办',
  coOrganiser: '协办',
  technicalSupport: '技术支持',
};

import type { Actor } from '@luban/audit';
import { Invalid } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { ApplicationDto } from './application-reply.dto.js';
import { documentKindInWords } from '@luban/rulebook';
import { applicationFields } from './application-fields.js';
import { fieldsInWords } from './application-changes.js';
import { readApplication } from './application.queries.js';
import type { ComparedFieldDto, ComparedSideDto, DeskComparisonDto } from './desk-comparison.dto.js';
import './review-messages.js';

/** Two applications field by field, with what differs. Throws `Invalid` `approvals.compare-two`, `NotFound`. */
export async function comparisonOf(
  tx: EntityManager,
  actor: Actor,
  leftId: string,
  rightId: string,
  now: Date,
): Promise<DeskComparisonDto> {
  if (leftId === rightId) throw new Invalid('approvals.compare-two');
  const left = await readApplication(tx, actor, leftId, now);
  const right = await readApplication(tx, actor, rightId, now);
  return { left: sideOf(left), right: sideOf(right), fields: comparedFields(left, right) };
}

/** All fields in the order of the form; those that neither states are left out. */
export function comparedFields(left: ApplicationDto, right: ApplicationDto): ComparedFieldDto[] {
  const shown = { left: wordsOf(left), right: wordsOf(right) };
  const keys = ['lead', ...Object.keys(applicationFields)];
  return keys.flatMap((field) => {
    const [one, other] = [shown.left[field] ?? null, shown.right[field] ?? null];
    if (one === null && other === null) return [];
    const label = field === 'lead' ? lead : (applicationFields[field] ?? { zh: field, en: field });
    const [left, right] = [linesOf(one), linesOf(other)];
    return [
      {
        field,
        label,
        left,
        right,
        differs: one !== other,
        shared: left.filter((line) => right.includes(line)),
      },
    ];
  });
}

const lead = { zh: '牵头申办单位', en: 'Lead applicant' };

const linesOf = (words: string | null): string[] => words?.split('\n') ?? [];

/** Each field as a person reads it: places, industries and documents by their names. */
function wordsOf(application: ApplicationDto): Record<string, string | null> {
  return {
    ...fieldsInWords(application),
    lead: application.leadName,
    industry: application.industryName ?? application.industryCode,
    place: application.placeName ?? application.placeDivisionCode,
    documents:
      application.documents
        .filter(({ state }) => state === 'current')
        .map(({ kind, occupationName }) =>
          [documentKindInWords[kind].zh, occupationName].filter(Boolean).join(' · '),
        )
        .join('\n') || null,
  };
}

const sideOf = (application: ApplicationDto): ComparedSideDto => {
  const count = (severity: string) => application.findings.filter((one) => one.severity === severity).length;
  const { id, version, name, edition, leadName, state, level, planYear, submittedAt } = application;
  return {
    ...{ id, version, name, edition, leadName, state, level, planYear, submittedAt },
    class: application.class,
    findings: {
      passed: count('passed'),
      warning: count('warning'),
      blocking: count('blocking'),
      unknown: count('unknown'),
    },
  };
};

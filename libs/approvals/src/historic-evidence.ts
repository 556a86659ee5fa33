import type { ClassSubject } from '@luban/rulebook';
import type { ClassApplication } from './class-application.entity.js';

/**
 * The subject as far as it is evidence. What was invented to enter a public record as an application proves nothing, and
 * what the record leaves open – documents, inspections, what else was granted – is not known rather than missing.
 */
export function evidenceOnly(
  subject: ClassSubject,
  { historic, synthetic }: Pick<ClassApplication, 'historic' | 'synthetic'>,
): ClassSubject {
  if (!historic) return subject;
  const invented = new Set(synthetic ?? []);
  const known = <T>(field: string, value: T): T | null => (invented.has(field) ? null : value);
  return {
    ...subject,
    parties: known('leadOrganisation', subject.parties),
    occupations:
      subject.occupations?.length === 0
        ? null
        : (subject.occupations?.map((one) => ({ ...one, heldBefore: one.heldBefore || null })) ?? null),
    occupationsComplete: !invented.has('occupations'),
    finalFrom: known('finalFrom', subject.finalFrom),
    finalTo: known('finalTo', subject.finalTo),
    experts: known('experts', subject.experts),
    judges: known('judges', subject.judges),
    fundingStated: known('funding', subject.fundingStated),
    venueStated: known('venue', subject.venueStated),
    businessCovers: known('business', subject.businessCovers),
    inspectionYears: null,
    documents: null,
    unmetObligations: null,
    partly: ['parties', 'earlierEditions', 'earlierGrants'],
  };
}

import { Refused } from '@luban/platform';
import type { ApplicationFindingDto } from './application-reply.dto.js';
import type { DecideApplicationDto } from './review.dto.js';
import type { DecisionFindingDto } from './review-reply.dto.js';

/**
 * The findings as the decision keeps them, each blocking one with the reason why it was granted in the face of it.
 * Findings that warn or are unknown decide nothing. Throws `Refused` `approvals.blocking-findings` with the unanswered
 * ones.
 */
export function answeredFindings(
  findings: readonly ApplicationFindingDto[],
  { outcome, despite = [] }: Pick<DecideApplicationDto, 'outcome' | 'despite'>,
): DecisionFindingDto[] {
  const answers = new Map(despite.map(({ code, reason }) => [code, reason.trim()]));
  const kept = findings.map((finding): DecisionFindingDto => ({
    ...finding,
    despite:
      outcome !== 'declined' && finding.severity === 'blocking' ? (answers.get(finding.code) ?? null) : null,
  }));
  if (outcome === 'declined') return kept;
  const unanswered = kept.filter(({ severity, despite: answer }) => severity === 'blocking' && !answer);
  if (unanswered.length > 0)
    throw new Refused(
      'approvals.blocking-findings',
      { count: unanswered.length },
      { findings: unanswered.map(({ despite: _, ...finding }) => finding) },
    );
  return kept;
}

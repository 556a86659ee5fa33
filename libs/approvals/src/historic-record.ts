import type { HistoricContest } from './historic-contest.entity.js';

/** A contest of a public record as we keep it: what the record says, where it stands and how sure it is. */
export type RecordedContest = Omit<HistoricContest, 'id' | 'contestKey' | 'applicationId'>;

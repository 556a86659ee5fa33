export { ScoreRun } from './score-run.entity.js';
export { ResultVersion } from './result-version.entity.js';
export { Result } from './result.entity.js';
export { TieRuling } from './tie-ruling.entity.js';
export { Decoding } from './decoding.entity.js';
export { Publication } from './publication.entity.js';
export { PublishedSnapshot } from './published-snapshot.entity.js';
export { ResultsModule } from './results.module.js';
export { ScoreRuns } from './score-runs.service.js';
export { ResultProofs } from './result-proofs.service.js';
export { Rankings } from './rankings.service.js';
export { DecodingReply, RankingReply, RuleOnTie, TieRulingReply } from './ranking.dto.js';
export { Decodings } from './decodings.service.js';
export { Publications } from './publications.service.js';
export {
  PublicationList,
  PublishableList,
  PublishResults,
  ResultDifferences,
  ResultVersionList,
} from './publication.dto.js';
export { ResultQueries } from './results.queries.js';
export { ExplanationReply, OwnResultList, ResultsQuery, SkillResultsReply } from './result.dto.js';
export { ProgressBoard } from './progress-board.dto.js';
export { progressBoard } from './progress-board.js';
export { versionCodeOf } from './rankings.service.js';
export { resultRowsSql } from './result-rows.sql.js';

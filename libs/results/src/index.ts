export { ScoreRun } from './score-run.entity.js';
export { ResultVersion } from './result-version.entity.js';
export { Result } from './result.entity.js';
export { TieRuling } from './tie-ruling.entity.js';
export { Decoding } from './decoding.entity.js';
export { Publication } from './publication.entity.js';
export { PublishedSnapshot } from './published-snapshot.entity.js';

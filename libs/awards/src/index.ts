export { Award } from './award.entity.js';
export { AwardsModule } from './awards.module.js';
export { type Board, type BoardKind, Boards } from './boards.service.js';
export { GiveAwards } from './give-awards.service.js';
export { PublishedResults } from './published-results.dto.js';
export { maskedName, publishedResults } from './published-results.js';

import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '@luban/audit';
import { addStageCheck } from '@luban/events';
import { homeItems } from '@luban/identity';
import { Decodings } from './decodings.service.js';
import { resultHomeItems } from './home-items.js';
import './messages.js';
import { Publications } from './publications.service.js';
import { Rankings } from './rankings.service.js';
import { ResultProofs } from './result-proofs.service.js';
import { ResultQueries } from './results.queries.js';
import { ScoreRuns } from './score-runs.service.js';
import { resultStageChecks } from './stage-checks.js';

const services = [ScoreRuns, ResultProofs, Rankings, Decodings, Publications, ResultQueries];

@Module({ imports: [AuditModule], providers: services, exports: services })
export class ResultsModule implements OnModuleInit {
  onModuleInit(): void {
    resultStageChecks.forEach(addStageCheck);
    homeItems.push(resultHomeItems);
  }
}

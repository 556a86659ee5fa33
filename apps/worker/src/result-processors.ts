import { Injectable } from '@nestjs/common';
import { Boards, GiveAwards } from '@luban/awards';
import { OpenForms } from '@luban/judging';
import { JobProcessor, type JobRun, nilId, type Processor } from '@luban/platform';
import { ResultProofs, ScoreRuns } from '@luban/results';

@JobProcessor('openForms')
@Injectable()
export class OpenFormsProcessor implements Processor {
  constructor(private readonly forms: OpenForms) {}

  run(job: JobRun): Promise<unknown> {
    return this.forms.run(job.eventId ?? nilId, job.subject);
  }
}

@JobProcessor('scoreRun', { concurrency: 2 })
@Injectable()
export class ScoreRunProcessor implements Processor {
  constructor(private readonly runs: ScoreRuns) {}

  run(job: JobRun): Promise<unknown> {
    return this.runs.run(job.eventId ?? nilId, job.subject);
  }
}

@JobProcessor('proveResult')
@Injectable()
export class ProveResultProcessor implements Processor {
  constructor(private readonly proofs: ResultProofs) {}

  run(job: JobRun): Promise<unknown> {
    return this.proofs.prove(job.eventId ?? nilId, job.subject);
  }
}

@JobProcessor('giveAwards')
@Injectable()
export class GiveAwardsProcessor implements Processor {
  constructor(private readonly awards: GiveAwards) {}

  run(job: JobRun): Promise<unknown> {
    return this.awards.give(job.eventId ?? nilId, job.subject);
  }
}

@JobProcessor('boardRefresh')
@Injectable()
export class BoardRefreshProcessor implements Processor {
  constructor(private readonly boards: Boards) {}

  run(job: JobRun): Promise<unknown> {
    return this.boards.refresh(job.subject);
  }
}

export const resultProcessors = [
  OpenFormsProcessor,
  ScoreRunProcessor,
  ProveResultProcessor,
  GiveAwardsProcessor,
  BoardRefreshProcessor,
];

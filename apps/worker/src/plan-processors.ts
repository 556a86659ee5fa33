import { Injectable } from '@nestjs/common';
import { PlanOpening } from '@luban/approvals';
import { JobProcessor, type JobRun, type Processor } from '@luban/platform';

@JobProcessor('openGrantedEvents')
@Injectable()
export class OpenGrantedEventsProcessor implements Processor {
  constructor(private readonly opening: PlanOpening) {}

  run(job: JobRun): Promise<unknown> {
    return this.opening.run(job.subject, (done, total) => job.progress(done, total));
  }
}

export const planProcessors = [OpenGrantedEventsProcessor];

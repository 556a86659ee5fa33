import { Injectable } from '@nestjs/common';
import { YearlyReports } from '@luban/insight';
import { JobProcessor, type JobRun, type Processor } from '@luban/platform';

@JobProcessor('yearReport')
@Injectable()
export class YearReportProcessor implements Processor {
  constructor(private readonly reports: YearlyReports) {}

  run(job: JobRun): Promise<unknown> {
    return this.reports.make(job.subject, (done, total) => job.progress(done, total));
  }
}

export const insightProcessors = [YearReportProcessor];

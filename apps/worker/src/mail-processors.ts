import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DailyRound, MailSender } from '@luban/notices';
import { JobProcessor, type JobRun, type Processor } from '@luban/platform';

@JobProcessor('sendMails')
@Injectable()
export class SendMailsProcessor implements Processor {
  constructor(private readonly sender: MailSender) {}

  run(): Promise<unknown> {
    return this.sender.sendDue();
  }
}

@JobProcessor('dailyRound')
@Injectable()
export class DailyRoundProcessor implements Processor {
  constructor(private readonly round: DailyRound) {}

  run(job: JobRun): Promise<unknown> {
    return this.round.run(job.subject);
  }
}

const everyMs = 10_000;

/** Looks at the clock: every worker asks every few seconds for what it is time for. */
@Injectable()
export class MailTimer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('mail');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly round: DailyRound) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private look(): void {
    this.looking = this.looking
      .then(() => this.round.askWhatIsDue())
      .catch((error: Error) => this.logger.warn(`could not see what is due: ${error.message}`));
  }
}

export const mailProcessors = [SendMailsProcessor, DailyRoundProcessor, MailTimer];

import { Injectable } from '@nestjs/common';

/** What the time is. A service takes it as an argument, so that a test can pass a clock of its own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it was put. */
export class StandingClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  /** Puts the clock to another time. */
  set(at: Date): void {
    this.at = at;
  }

  /** Lets time pass. */
  pass(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

export class ProgressSession {
  name: string;
  module: string;
  startsAt: string;
  endsAt: string;
}

export class ProgressSkill {
  skillId: string;
  code: string;
  name: string;
  nameEn: string | null;
  entries: number;
  formsExpected: number;
  formsSigned: number;
  published: 'provisional' | 'final' | null;
  sessions: ProgressSession[];
}

/** What everybody may see of an event at work: counts and clocks, never a mark, a rank or a name. */
export class ProgressBoard {
  eventId: string;
  name: string;
  nameEn: string | null;
  stage: string;
  timeZone: string;
  demo: boolean;
  skills: ProgressSkill[];
}

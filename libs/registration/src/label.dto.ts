import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export class ReleaseLabels {
  @IsUUID()
  sessionId: string;

  /** What the labels are printed for; kept with who did it and when. */
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  purpose: string;

  /** One workstation only: a label that was damaged. */
  @IsOptional()
  @IsUUID()
  workstationId?: string;
}

/** A label to be stuck on a work: no entry number, no name, no delegation. */
export class WorkLabel {
  workstationCode: string | null;
  workCode: string;
}

export class LabelRelease {
  skillName: string;
  moduleCode: string;
  moduleName: string;
  sessionName: string;
  startsAt: Date;
  labels: WorkLabel[];
  versionCode: string;
}

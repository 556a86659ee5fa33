import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { SaidDto } from '@luban/platform';

export class HoldDraw {
  /** `perModule`: lots anew for each module (the default). `perSkill`: once, the workstation is kept. */
  @IsOptional()
  @IsIn(['perModule', 'perSkill'])
  stationRule?: 'perModule' | 'perSkill';

  /** Needed when there is a draw already: it is superseded. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value))
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}

export class DrawPreflightQuery {
  @IsOptional()
  @IsIn(['perModule', 'perSkill'])
  stationRule?: 'perModule' | 'perSkill';
}

export class DrawFinding {
  code: string;
  severity: 'passed' | 'warning' | 'blocking';
  message: SaidDto;
  /** Where it is mended: a path of the web app. */
  href: string | null;
}

/** What a draw of the skill would work with, and what stands in its way. */
export class DrawPreflight {
  entries: number;
  /** Entries that are accepted but have no place yet in some module: for a supplementary draw. */
  unplaced: number;
  modules: number;
  sessions: number;
  workstations: number;
  spares: number;
  /** A draw exists: another one needs a reason. */
  drawn: boolean;
  /** Whether a draw may be held now; a supplementary one may be even when `findings` block a full one. */
  findings: DrawFinding[];
}

export class DrawReply {
  id: string;
  skillId: string;
  kind: 'full' | 'supplement';
  at: Date;
  by: string | null;
  byName: string | null;
  reason: string | null;
  supersededAt: Date | null;
  algorithm: string;
  stationRule: 'perModule' | 'perSkill';
  entries: number;
  places: number;
  /** With the inputs, anyone recomputes sessions, workstations and entry numbers. */
  seed: string;
  inputsHash: string;
  /** SHA-256 of the codes' own seed: fixed here, so that the codes can be proved after decoding. */
  codeSeedHash: string;
}

export class DrawDetailReply extends DrawReply {
  /** The inputs of `luban.draw/1` (docs/rooms/registration.md). */
  inputs: object;
}

export class DrawList {
  items: DrawReply[];
}

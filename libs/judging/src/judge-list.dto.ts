import { SaidDto } from '@luban/platform';
import type { JudgePart } from './judge.dto.js';

export class JudgeListFindingReply {
  code: string;
  severity: 'warning' | 'blocking';
  /** `B4`. */
  cell: string;
  message: SaidDto;
}

export class JudgeListRowReply {
  row: number;
  name: string;
  /** As the list gives it; empty where one is to be made. */
  login: string;
  part: JudgePart | null;
  delegationName: string | null;
  /** `new`: an account is handed down; `existing`: the account of this login becomes judge; `there`: is judge already. */
  outcome: 'new' | 'existing' | 'there' | 'faulty';
}

/** What importing a list of judges would do. */
export class JudgePreviewReply {
  rows: JudgeListRowReply[];
  findings: JudgeListFindingReply[];
  blocking: number;
  /** Accounts that would be handed down. */
  accounts: number;
  /** Judges that would be added. */
  judges: number;
}

export class ImportedJudgeReply {
  accountId: string;
  displayName: string;
  login: string;
  /** Shown this once; null for an account that existed already. */
  initialPassword: string | null;
  part: JudgePart;
  delegationName: string | null;
}

export class JudgeImportReply {
  items: ImportedJudgeReply[];
  findings: JudgeListFindingReply[];
}

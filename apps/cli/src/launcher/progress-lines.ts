import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What `npm start` shows: each step with the time since the start, in both languages. */
export class ProgressLines {
  constructor(private readonly out: NodeJS.WritableStream = process.stdout) {}

  /** `[  1.2 s] 数据库 database: ready` */
  step(chinese: string, english: string): void {
    const seconds = process.uptime().toFixed(1).padStart(5);
    this.out.write(`[${seconds} s] ${chinese} ${english}\n`);
  }

  /** Lines as they are. */
  plain(...lines: string[]): void {
    this.out.write(`${lines.join('\n')}\n`);
  }
}

const levelNames: Record<number, string> = { 40: 'warn', 50: 'error', 60: 'fatal' };
const logBytesMax = 10_000_000;

/** Keeps what the parts write in a file, and shows on the terminal only what somebody should look at. */
export class LogFile {
  constructor(
    readonly path: string,
    private readonly show: (line: string) => void,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path) && statSync(path).size > logBytesMax) renameSync(path, `${path}.1`);
  }

  write(part: string, line: string): void {
    appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
    const entry = parsed(line);
    if (!entry) return this.show(`  ${part}: ${line}`);
    const level = levelNames[entry.level];
    if (level) this.show(`  ${part} ${level}: ${entry.text}${entry.stack ? `\n${entry.stack}` : ''}`);
  }
}

function parsed(line: string): { level: number; text: string; stack?: string } | undefined {
  try {
    return JSON.parse(line) as { level: number; text: string; stack?: string };
  } catch {
    return undefined;
  }
}

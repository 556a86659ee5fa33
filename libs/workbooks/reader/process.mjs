// The child process: a workbook on standard input, its cells as JSON on standard output. It runs with a small heap and
// is stopped from outside when it takes too long (../src/read-workbook.ts); whatever a file does, it does it in here.
import { Unreadable } from './unreadable.mjs';
import { readXlsx } from './xlsx.mjs';

const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
let answer;
try {
  answer = await readXlsx(Buffer.concat(pieces), JSON.parse(process.argv[2] ?? '{}'));
} catch (error) {
  // A RangeError is a read outside the file or a text beyond what the engine can hold: the file's doing, too.
  const known = error instanceof Unreadable ? error : new Unreadable('damaged', error?.constructor?.name);
  answer = { error: { code: known.code, detail: known.message } };
}
process.stdout.write(JSON.stringify(answer));

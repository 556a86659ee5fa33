/** Width of one character, in points. */
export type Measure = (character: string) => number;

/** What does not begin a line (避头) and what does not end one (避尾). */
const notFirst = new Set([...'，。、；：？！）》〉」』】〕〗…—·,.;:?!)]}%％‰℃°”’']);
const notLast = new Set([...'（《〈「『【〔〖([{“‘¥￥$']);
const word = /[\p{Script=Latin}\p{Number}_@./:+#&'-]/u;

/**
 * Breaks a text into lines that are no wider than `width` points. Chinese breaks between any two characters, but no
 * line begins with a closing mark or ends with an opening one; Latin words and numbers stay whole where they fit.
 * Answers one empty line for an empty text.
 */
export function wrapLines(text: string, width: number, measure: Measure): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph.replace(/\t/g, '  '), width, measure));
}

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  const end = (at: number) => {
    lines.push(line.slice(0, at).join('').trimEnd());
    line = line.slice(at);
    while (line[0] === ' ') line.shift();
    used = line.reduce((sum, character) => sum + measure(character), 0);
  };
  for (const character of text) {
    const wide = measure(character);
    if (used + wide > width && line.length > 0 && !(character === ' ')) end(breakBefore(line, character));
    line.push(character);
    used += wide;
  }
  lines.push(line.join('').trimEnd());
  return lines;
}

/** Where to break a full line before the next character: the last place that is allowed, or the very end. */
function breakBefore(line: readonly string[], next: string): number {
  for (let at = line.length; at > Math.max(0, line.length - 40); at--) {
    const before = line[at - 1] ?? '';
    const after = line[at] ?? next;
    const insideWord = word.test(before) && word.test(after);
    if (!insideWord && !notFirst.has(after) && !notLast.has(before)) return at;
  }
  return line.length;
}

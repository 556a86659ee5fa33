/** What a list of workstation codes could not be read as. */
export type WorkstationCodesFault =
  | { kind: 'empty' }
  | { kind: 'unreadable'; part: string }
  | { kind: 'backwards'; part: string }
  | { kind: 'tooMany'; most: number };

/** More than this in one skill is a slip of the finger. */
export const workstationsMost = 500;

const code = /^[\p{L}\p{N}][\p{L}\p{N}._/#-]{0,19}$/u;
/** `A01–A24`: the same beginning (which may be left out the second time), then numbers; every dash people type. */
const range =
  /^(?<prefix>[\p{L}\p{N}._/#-]*?)(?<first>\d{1,4})\s*(?:[-–—−~～至到])\s*(?<again>[\p{L}\p{N}._/#-]*?)(?<last>\d{1,4})$/u;

/**
 * Reads what an organiser types for workstations: single codes and ranges, separated by commas, spaces or new lines.
 * `A01–A24` gives 24 codes, as wide as they were typed (`A01`, not `A1`); doubles are folded.
 */
export function readWorkstationCodes(text: string): string[] | WorkstationCodesFault {
  const found = new Set<string>();
  const tidy = text.replace(/\s*([-–—−~～至到])\s*/g, '$1');
  for (const part of tidy.split(/[\s,，、;；]+/).filter(Boolean)) {
    const codes = readPart(part);
    if (!Array.isArray(codes)) return codes;
    for (const one of codes) found.add(one);
    if (found.size > workstationsMost) return { kind: 'tooMany', most: workstationsMost };
  }
  return found.size === 0 ? { kind: 'empty' } : [...found];
}

function readPart(part: string): string[] | WorkstationCodesFault {
  const span = range.exec(part)?.groups;
  if (span && (span.again === '' || span.again === span.prefix)) {
    const first = Number(span.first);
    const last = Number(span.last);
    if (last < first) return { kind: 'backwards', part };
    if (last - first >= workstationsMost) return { kind: 'tooMany', most: workstationsMost };
    const width = (span.first ?? '').length;
    return Array.from(
      { length: last - first + 1 },
      (_, n) => `${span.prefix}${String(first + n).padStart(width, '0')}`,
    );
  }
  return code.test(part) ? [part] : { kind: 'unreadable', part };
}

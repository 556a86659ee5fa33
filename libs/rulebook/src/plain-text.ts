/**
 * Characters that do not belong in a name or a sentence: control characters, those that turn the direction of writing
 * (a file `…\u202Efdp.exe` looks like a PDF), zero-width ones, and what no font shows.
 */
const hostile = /[\p{Cc}\p{Co}\p{Cn}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFF]/u;
const hostileButLines =
  /[\p{Co}\p{Cn}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFF]/u;
const hostileEach = new RegExp(hostile.source, 'gu');

/** Whether a text holds only what can be read; with `lines` it may have line breaks and tabs. */
export const isPlainText = (text: string, lines = false): boolean =>
  !(lines ? hostileButLines : hostile).test(text);

/** The text without the characters that do not belong there. */
export const withoutHostile = (text: string): string => text.replace(hostileEach, '');

/** Whether a spreadsheet would take the text for a formula: `=cmd|…`, `+1`, `@SUM`. No name begins so. */
export const beginsAsFormula = (text: string): boolean => /^\s*[=+\-@]/u.test(text.normalize('NFKC'));

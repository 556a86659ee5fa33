// Plain JavaScript, like everything in this folder: the child process runs it from the sources, before any build.

/** Why a workbook is not read. The codes, with what is said to people, are in ../src/workbook-error.ts. */
export class Unreadable extends Error {
  /**
   * @param {string} code
   * @param {string} [detail] what was found, for the message; never content of a cell
   */
  constructor(code, detail = '') {
    super(detail);
    this.code = code;
  }
}

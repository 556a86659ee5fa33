import type { Said } from '@luban/scoring';

const messages = {
  'missing-file': { zh: '找不到这个文件。', en: 'There is no such file.' },
  'unreadable-file': { zh: '无法打开这个文件。', en: 'The file cannot be opened.' },
  'not-a-workbook': {
    zh: '这不是 Excel 工作簿（.xlsx）。请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
    en: 'This is not an Excel workbook (.xlsx). Save it as .xlsx in Excel or WPS and try again.',
  },
  'old-format': {
    zh: '这是旧格式（.xls 或 .xlsb）的工作簿。请另存为 .xlsx 后再试。',
    en: 'This workbook is in an old format (.xls or .xlsb). Save it as .xlsx and try again.',
  },
  encrypted: {
    zh: '工作簿设有密码。请去掉密码后再试。',
    en: 'The workbook has a password. Remove it and try again.',
  },
  damaged: {
    zh: '文件已损坏或不完整。请重新导出或重新下载。',
    en: 'The file is damaged or incomplete. Export or download it again.',
  },
  'zip-bomb': {
    zh: '文件解压后的大小与其声明不符或大得异常，已拒绝读取。',
    en: 'The file unpacks to far more than it should; it was refused.',
  },
  'too-large': {
    zh: '工作簿太大。请删去无关的工作表、空行和图片后再试。',
    en: 'The workbook is too large. Remove unrelated sheets, empty rows and pictures and try again.',
  },
  'too-slow': {
    zh: '读取工作簿用时过长，已停止。',
    en: 'Reading the workbook took too long and was stopped.',
  },
  'not-a-scheme': {
    zh: '工作簿中没有 CIS 评分方案（工作表“CIS Marking Scheme Import”）。',
    en: 'The workbook holds no CIS marking scheme (sheet "CIS Marking Scheme Import").',
  },
  'not-a-marking-sheet': {
    zh: '没有找到评分表的表头（至少需要“评分点”和“配分”两列）。',
    en: 'No heading of a marking sheet was found (at least 评分点 and 配分 are needed).',
  },
  'not-a-roster': {
    zh: '没有找到名单的表头（至少需要“姓名”一列）。',
    en: 'No heading of a roster was found (at least 姓名 / name is needed).',
  },
  'not-a-mark-list': {
    zh: '没有找到成绩名单：至少需要“参赛编号”和“成绩”两列。',
    en: 'No list of marks was found: it needs an entry number and a mark on each row.',
  },
  'not-a-judge-list': {
    zh: '没有找到裁判名单的表头（至少需要“姓名”一列）。',
    en: 'No heading of a list of judges was found (at least 姓名 / name is needed).',
  },
  'not-a-catalogue': {
    zh: '没有找到目录的表头：第一行至少需要“代码”（code）和“名称”（name）两列。',
    en: 'No heading of a catalogue was found: it needs at least the columns code and name.',
  },
  'not-an-organisation-list': {
    zh: '没有找到单位名单的表头：第一行至少需要“名称”和“类别”两列。',
    en: 'No heading of a list of organisations was found: it needs at least the columns name and kind.',
  },
  'cannot-write': {
    zh: '有一段文字超过 Excel 单元格的上限（32767 字）。',
    en: 'A text is longer than an Excel cell may hold (32,767 characters).',
  },
} satisfies Record<string, Said>;

/** Stable. */
export type WorkbookErrorCode = keyof typeof messages;

/** A file that cannot be taken at all. Faults inside a readable workbook are findings, never this. */
export class WorkbookError extends Error {
  readonly said: Said;

  /** @param detail what was met, for a log; never the content of a cell */
  constructor(
    readonly code: WorkbookErrorCode,
    readonly detail = '',
  ) {
    super(messages[code].en);
    this.name = 'WorkbookError';
    this.said = messages[code];
  }
}

/** The code as the child process names it; one it does not know means the file did something unforeseen. */
export function asErrorCode(code: string): WorkbookErrorCode {
  return Object.hasOwn(messages, code) ? (code as WorkbookErrorCode) : 'damaged';
}

import type { Said } from '@luban/platform';
import { imageFault } from './document-images.js';
import type { DocumentType } from './document-names.js';
import { officeFault } from './document-office.js';
import { pdfFault } from './document-pdf.js';

/** Why a file is not taken: a code of document-messages.ts, and what was found instead. */
export interface DocumentFault {
  code: string;
  params?: Record<string, string | number>;
}

/** How the first bytes of files tell what they really are. */
const signatures: readonly { is: string; starts: readonly number[] }[] = [
  { is: 'pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { is: 'png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { is: 'jpg', starts: [0xff, 0xd8, 0xff] },
  { is: 'zip', starts: [0x50, 0x4b, 0x03, 0x04] },
  { is: 'ole', starts: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { is: 'exe', starts: [0x4d, 0x5a] },
  { is: 'elf', starts: [0x7f, 0x45, 0x4c, 0x46] },
  { is: 'gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { is: 'rar', starts: [0x52, 0x61, 0x72, 0x21] },
  { is: '7z', starts: [0x37, 0x7a, 0xbc, 0xaf] },
  { is: 'gzip', starts: [0x1f, 0x8b] },
];

const inWords: Record<string, Said> = {
  pdf: { zh: 'PDF', en: 'a PDF' },
  png: { zh: 'PNG 图片', en: 'a PNG picture' },
  jpg: { zh: 'JPEG 图片', en: 'a JPEG picture' },
  gif: { zh: 'GIF 图片', en: 'a GIF picture' },
  zip: { zh: '压缩包', en: 'an archive' },
  rar: { zh: '压缩包', en: 'an archive' },
  '7z': { zh: '压缩包', en: 'an archive' },
  gzip: { zh: '压缩包', en: 'an archive' },
  ole: { zh: '旧版 Office 文件', en: 'an Office file of the old format' },
  exe: { zh: '可执行程序', en: 'a program' },
  elf: { zh: '可执行程序', en: 'a program' },
  script: { zh: '脚本', en: 'a script' },
  html: { zh: '网页', en: 'a web page' },
  svg: { zh: 'SVG 图形', en: 'an SVG drawing' },
};

/** The content is something else than the name claims. */
export function mismatch(claimed: DocumentType, is: string): DocumentFault {
  const { zh, en } = inWords[is] ?? { zh: '无法识别的内容', en: 'nothing that is known' };
  return { code: 'approvals.document-mismatch', params: { claimed, zh, en } };
}

/** What a file really is, by its content: one of the document types, or what else it looks like. */
export function kindOfContent(bytes: Buffer): string {
  const known = signatures.find(({ starts }) => starts.every((byte, i) => bytes[i] === byte));
  if (known) return known.is;
  const head = bytes.subarray(0, 1024).toString('latin1').trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<script|<head|<body)/.test(head) || /<script[\s>]/.test(head)) return 'html';
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(head)) return 'svg';
  if (head.startsWith('#!')) return 'script';
  return 'unknown';
}

/**
 * Holds the content of a file against the type that its name claims. Null: it is what it says, whole, readable without
 * a password, and carries nothing that runs.
 */
export async function documentFault(bytes: Buffer, claimed: DocumentType): Promise<DocumentFault | null> {
  if (bytes.length === 0) return { code: 'approvals.document-empty' };
  const is = kindOfContent(bytes);
  const office = claimed === 'docx' || claimed === 'xlsx';
  if (office && is === 'ole') return { code: 'approvals.document-old-or-encrypted' };
  if (is !== (office ? 'zip' : claimed)) return mismatch(claimed, is);
  if (claimed === 'pdf') return pdfFault(bytes);
  if (claimed === 'docx' || claimed === 'xlsx') return officeFault(bytes, claimed);
  return imageFault(bytes, claimed);
}

export {
  type PdfBar,
  type PdfBlock,
  type PdfColumn,
  type PdfDocument,
  type PdfTile,
} from './pdf-document.js';
export { pdfOf } from './pdf.js';
export { wrapLines } from './line-wrap.js';
export { type OfficialDocument, officialDocx, type OfficialParagraph } from './official-docx.js';
export { type OfficialAnnex, type OfficialColumn, type OfficialTable } from './official-docx-annex.js';

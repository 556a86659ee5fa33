import type { FastifyReply } from 'fastify';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers an Excel workbook as a download. */
export function sendWorkbook(reply: FastifyReply, fileName: string, workbook: Buffer): void {
  void reply
    .type(workbookType)
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('Cache-Control', 'no-store')
    .send(workbook);
}

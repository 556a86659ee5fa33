import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Answers a Word document as a download. */
export function sendDocument(reply: FastifyReply, fileName: string, bytes: Buffer): void {
  void reply
    .type(wordType)
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('Cache-Control', 'no-store')
    .send(bytes);
}

/** Answers an uploaded file as a download: never shown by the browser within our own pages. */
export function sendScan(
  reply: FastifyReply,
  { fileName, mediaType, content }: { fileName: string; mediaType: string; content: Readable },
): void {
  void reply
    .type(mediaType)
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Cache-Control', 'no-store')
    .send(content);
}

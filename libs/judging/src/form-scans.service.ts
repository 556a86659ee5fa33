import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Files, Invalid, NotFound, Refused } from '@luban/platform';
import { DataSource } from 'typeorm';
import { formInReach } from './form-reach.js';
import type { ScanReply } from './sign-off.dto.js';

/** First bytes of what a scanner or a telephone makes. */
const KINDS: readonly { mediaType: string; magic: readonly number[] }[] = [
  { mediaType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47] },
];

/** The media type of a scan by its first bytes; null when it is neither PDF nor picture. */
export const scanKindOf = (bytes: Buffer): string | null =>
  KINDS.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte))?.mediaType ?? null;

/** Keeps a scan; refuses what is neither PDF nor picture with `judging.scan-kind`, whatever it calls itself. */
export async function keepScan(files: Files, bytes: Buffer): Promise<ScanReply> {
  const mediaType = scanKindOf(bytes);
  if (mediaType === null) throw new Invalid('judging.scan-kind');
  const file = await files.put(bytes, mediaType);
  return { hash: file.hash, sizeBytes: bytes.length, mediaType };
}

/** Scans of signed sheets: electronic sign-off stands beside ink and 公章 (DOMAIN.md 5). */
@Injectable()
export class FormScans {
  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly files: Files,
  ) {}

  /**
   * Attaches the scan of the signed sheet to a form that is handed in, or to a sign-off that has none yet.
   * Refused: `judging.form-not-submitted`, `judging.scan-there`.
   */
  async attach(actor: Actor, eventId: string, formId: string, bytes: Buffer): Promise<ScanReply> {
    await formInReach(this.db.manager, actor, eventId, formId);
    const scan = await keepScan(this.files, bytes);
    await this.db.transaction(async (tx) => {
      const form = await formInReach(tx, actor, eventId, formId, true);
      if (form.state === 'open') throw new Refused('judging.form-not-submitted');
      if (form.state === 'submitted') {
        await tx.query(`UPDATE marking_form SET scan_hash = $3 WHERE event_id = $1 AND id = $2`, [
          eventId,
          formId,
          scan.hash,
        ]);
      } else {
        const [rows]: [unknown[], number] = await tx.query(
          `UPDATE sign_off SET scan_hash = $3
           WHERE event_id = $1 AND form_id = $2 AND ended_at IS NULL AND scan_hash IS NULL RETURNING id`,
          [eventId, formId, scan.hash],
        );
        if (rows.length === 0) throw new Refused('judging.scan-there');
      }
      await this.audit.record(tx, actor, 'markingForm.scanAttached', {
        eventId,
        skillId: form.skillId,
        subjectType: 'markingForm',
        subjectId: formId,
        before: { scanHash: form.scanHash },
        after: { scanHash: scan.hash },
      });
    });
    return scan;
  }

  /** The scan of the sign-off, or the one waiting for it. */
  async read(
    actor: Actor,
    eventId: string,
    formId: string,
  ): Promise<{ mediaType: string; content: Readable }> {
    const form = await formInReach(this.db.manager, actor, eventId, formId);
    const rows: { hash: string | null }[] = await this.db.query(
      `SELECT scan_hash AS hash FROM sign_off WHERE event_id = $1 AND form_id = $2 AND ended_at IS NULL`,
      [eventId, formId],
    );
    const hash = rows[0]?.hash ?? form.scanHash;
    if (hash === null) throw new NotFound('judging.scan-not-found');
    const { file, content } = await this.files.read(hash);
    return { mediaType: file.mediaType, content };
  }
}

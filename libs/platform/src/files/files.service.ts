import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { defineMessages } from '../errors/messages.js';
import { Invalid, NotFound } from '../errors/refusals.js';
import { DiskShelf, type FileShelf, S3Shelf } from './file-shelf.js';
import { StoredFile } from './stored-file.entity.js';

defineMessages({
  'platform.file-too-large': {
    zh: '文件超过 {megabytes} MB，请压缩后重试。',
    en: 'The file is larger than {megabytes} MB. Please make it smaller and try again.',
  },
  'platform.file-not-found': { zh: '找不到该文件。', en: 'There is no such file.' },
});

/** Largest upload, in bytes: scans and workbooks are far smaller. */
export const fileBytesMax = 20 * 1024 * 1024;

/**
 * Files by their content: the same bytes are kept once, under their SHA-256, and are never changed or overwritten.
 * On this machine's disk (`DATA_DIR/files`), or in S3 where `S3_ENDPOINT` is set.
 */
@Injectable()
export class Files {
  private readonly shelf: FileShelf;
  private readonly halfFolder: string;

  constructor(
    config: Config,
    private readonly source: DataSource,
  ) {
    this.shelf = config.s3 ? new S3Shelf(config.s3) : new DiskShelf(join(config.dataDir, 'files'));
    this.halfFolder = join(config.dataDir, 'files', 'half');
  }

  /**
   * Keeps a file; when it answers, the bytes are on disk (or in S3). Throws `Invalid` `platform.file-too-large`
   * beyond `maxBytes`.
   */
  async put(content: Readable | Buffer, mediaType: string, maxBytes = fileBytesMax): Promise<StoredFile> {
    await mkdir(this.halfFolder, { recursive: true, mode: 0o700 });
    const half = join(this.halfFolder, randomUUID());
    try {
      const { hash, sizeBytes } = await this.write(half, content, maxBytes);
      if (!(await this.shelf.has(hash))) await this.shelf.take(hash, half);
      const files = this.source.getRepository(StoredFile);
      const row = { hash, sizeBytes: String(sizeBytes), mediaType };
      await files.createQueryBuilder().insert().values(row).orIgnore().execute();
      return await files.findOneByOrFail({ hash });
    } finally {
      await rm(half, { force: true });
    }
  }

  /** A kept file and its bytes. Throws `NotFound`. */
  async read(hash: string): Promise<{ file: StoredFile; content: Readable }> {
    const file = await this.source.getRepository(StoredFile).findOneBy({ hash });
    const content = file && (await this.shelf.read(hash));
    if (!file || !content) throw new NotFound('platform.file-not-found');
    return { file, content };
  }

  private async write(path: string, content: Readable | Buffer, maxBytes: number) {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
        const bytes = Buffer.from(chunk as Uint8Array);
        sizeBytes += bytes.length;
        if (sizeBytes > maxBytes) {
          throw new Invalid('platform.file-too-large', { megabytes: Math.floor(maxBytes / 1024 / 1024) });
        }
        hash.update(bytes);
        await file.write(bytes);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { hash: hash.digest('hex'), sizeBytes };
  }
}

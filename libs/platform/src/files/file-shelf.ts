import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { S3Settings } from '../config.js';
import { signedS3Headers } from './s3-signature.js';

/** Where the bytes of files lie, by the hash of their content. */
export interface FileShelf {
  has(hash: string): Promise<boolean>;
  /** Takes over a finished, synced file. */
  take(hash: string, path: string): Promise<void>;
  /** Undefined when it is not there. */
  read(hash: string): Promise<Readable | undefined>;
}

/** On this machine: `<folder>/ab/cdef…`. */
export class DiskShelf implements FileShelf {
  constructor(private readonly folder: string) {}

  async has(hash: string): Promise<boolean> {
    return stat(this.pathOf(hash)).then(
      () => true,
      () => false,
    );
  }

  async take(hash: string, path: string): Promise<void> {
    const place = this.pathOf(hash);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(path, place);
    // The name is durable once the folder is.
    const folder = await open(dirname(place), 'r');
    await folder.sync().finally(() => folder.close());
  }

  async read(hash: string): Promise<Readable | undefined> {
    return (await this.has(hash)) ? createReadStream(this.pathOf(hash)) : undefined;
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash.slice(2));
  }
}

/** In an S3 bucket: object `files/<hash>`. Path-style addresses, as every S3-compatible server knows them. */
export class S3Shelf implements FileShelf {
  constructor(private readonly settings: S3Settings) {}

  async has(hash: string): Promise<boolean> {
    return (await this.call('HEAD', hash)).ok;
  }

  async take(hash: string, path: string): Promise<void> {
    const response = await this.call('PUT', hash, await readFile(path));
    if (!response.ok) throw new Error(`S3 answered ${response.status} when a file was stored`);
    await rm(path);
  }

  async read(hash: string): Promise<Readable | undefined> {
    const response = await this.call('GET', hash);
    return response.body ? Readable.fromWeb(response.body) : undefined;
  }

  private async call(method: string, hash: string, content?: Buffer): Promise<Response> {
    const { endpoint, bucket } = this.settings;
    const url = new URL(`${endpoint.replace(/\/+$/, '')}/${bucket}/files/${hash}`);
    const { host: _host, ...headers } = signedS3Headers(
      method,
      url,
      {},
      content ? hash : emptySha256,
      this.settings,
      new Date(),
    );
    const response = await fetch(url, {
      method,
      headers,
      body: content && new Uint8Array(content),
      signal: AbortSignal.timeout(60_000),
    });
    if (response.status === 404) return new Response(null, { status: 404 });
    if (!response.ok) throw new Error(`S3 answered ${response.status} to ${method}`);
    return response;
  }
}

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

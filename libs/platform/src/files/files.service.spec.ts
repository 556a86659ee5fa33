import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { testDatabase } from '../../../../test/support/test-database.js';
import { readConfig } from '../config.js';
import { Files } from './files.service.js';

const database = testDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'luban-files-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const half = () => readdirSync(join(dataDir, 'files', 'half'));

describe('on this machine', () => {
  const files = () => new Files(readConfig({ DATA_DIR: dataDir }), database.source);

  it('keeps a file under the hash of its content, and gives the same bytes back', async () => {
    const content = Buffer.from('签字扫描件');
    const file = await files().put(
      Readable.from([content.subarray(0, 4), content.subarray(4)]),
      'application/pdf',
    );
    expect(file).toMatchObject({
      hash: sha256(content),
      sizeBytes: String(content.length),
      mediaType: 'application/pdf',
    });
    const read = await files().read(file.hash);
    expect(await buffer(read.content)).toEqual(content);
    expect(half()).toEqual([]);
  });

  it('keeps the same bytes once, also when many bring them at the same time', async () => {
    const content = Buffer.alloc(300_000, 7);
    const kept = await Promise.all(Array.from({ length: 8 }, () => files().put(content, 'image/png')));
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(1);
    expect(half()).toEqual([]);
  });

  it('refuses what is too large, and leaves nothing of it', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536);
      })(),
    );
    await expect(files().put(endless, 'image/png', 1024 * 1024)).rejects.toMatchObject({
      code: 'platform.file-too-large',
      params: { megabytes: 1 },
    });
    expect(half()).toEqual([]);
  });

  it('knows no file that was never kept', async () => {
    await expect(files().read('0'.repeat(64))).rejects.toMatchObject({ code: 'platform.file-not-found' });
    await expect(files().read('../../etc/passwd')).rejects.toMatchObject({ code: 'platform.file-not-found' });
  });
});

describe('in S3', () => {
  const objects = new Map<string, Buffer>();
  const authorizations: string[] = [];
  let server: Server;
  let endpoint: string;

  beforeAll(async () => {
    server = createServer((request, reply) => {
      void serve(request).then(({ status, body }) => reply.writeHead(status).end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** As much of S3 as is used; it refuses content that does not match its signed hash. */
  async function serve(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
    const path = request.url ?? '';
    authorizations.push(request.headers.authorization ?? '');
    if (request.method === 'PUT') {
      const content = await buffer(request);
      if (sha256(content) !== request.headers['x-amz-content-sha256']) return { status: 400 };
      objects.set(path, content);
      return { status: 200 };
    }
    const content = objects.get(path);
    return content ? { status: 200, body: request.method === 'HEAD' ? undefined : content } : { status: 404 };
  }

  const files = () =>
    new Files(
      readConfig({
        DATA_DIR: dataDir,
        S3_ENDPOINT: endpoint,
        S3_BUCKET: 'luban',
        S3_ACCESS_KEY_ID: 'key',
        S3_SECRET_ACCESS_KEY: 'secret',
      }),
      database.source,
    );

  it('keeps a file as an object named by its hash, with a signed request', async () => {
    const content = Buffer.from('a scan of the signed form');
    const { hash } = await files().put(content, 'image/jpeg');
    expect([...objects.keys()]).toEqual([`/luban/files/${hash}`]);
    expect(authorizations.at(-1)).toMatch(
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3\/aws4_request,/,
    );
    expect(await buffer((await files().read(hash)).content)).toEqual(content);
    expect(half()).toEqual([]);
  });
});

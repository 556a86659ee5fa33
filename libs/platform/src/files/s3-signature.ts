import { createHash, createHmac } from 'node:crypto';

export interface SigningKey {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * The headers of an S3 request with its `Authorization` (AWS Signature Version 4, one chunk). All given headers are
 * signed, together with host, date and the SHA-256 of the content.
 */
export function signedS3Headers(
  method: string,
  url: URL,
  headers: Record<string, string>,
  contentSha256: string,
  key: SigningKey,
  at: Date,
): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const signed: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': contentSha256,
    'x-amz-date': time,
  };
  const names = Object.keys(signed).sort();
  const query = [...url.searchParams].map((pair) => pair.map(strictlyEncoded).join('=')).sort();
  const request = [
    method,
    url.pathname
      .split('/')
      .map((part) => strictlyEncoded(decodeURIComponent(part)))
      .join('/'),
    query.join('&'),
    ...names.map((name) => `${name}:${signed[name]?.trim()}`),
    '',
    names.join(';'),
    contentSha256,
  ].join('\n');
  const scope = `${time.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const signingKey = [key.region, 's3', 'aws4_request'].reduce(
    hmac,
    hmac(`AWS4${key.secretAccessKey}`, time.slice(0, 8)),
  );
  const signature = hmac(signingKey, ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')).toString(
    'hex',
  );
  const authorization = `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { ...signed, authorization };
}

const strictlyEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

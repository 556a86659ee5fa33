import { createHash } from 'node:crypto';
import { signedS3Headers } from './s3-signature.js';

// The worked examples of "Signature Calculations for the Authorization Header" in the Amazon S3 API reference.
const key = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const at = new Date('2013-05-24T00:00:00Z');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const signatureOf = (headers: Record<string, string>) => headers.authorization?.split('Signature=')[1];

it('signs the published example of reading an object', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');
  const headers = signedS3Headers('GET', url, { range: 'bytes=0-9' }, sha256(''), key, at);
  expect(signatureOf(headers)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

it('signs the published example of writing an object', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test$file.text');
  const given = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' };
  const headers = signedS3Headers('PUT', url, given, sha256('Welcome to Amazon S3.'), key, at);
  expect(signatureOf(headers)).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
});

it('signs the published example of listing a bucket', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J');
  const headers = signedS3Headers('GET', url, {}, sha256(''), key, at);
  expect(signatureOf(headers)).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7');
});

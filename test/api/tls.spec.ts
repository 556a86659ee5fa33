import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { testApp } from '../support/test-app.js';
import { givenAccount } from '../support/world.js';

/** A certificate of this test for localhost, good for a hundred years, and its key: known to all, worth nothing. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUMssfYgloqfe7qHuNc2n8Pi5wqSowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE4MzUzN1oYDzIxMjYxMDI5
MTgzNTM3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATqgDY0M216Z+uv/tLadM02DRq6X5ZTn6ZYaNexgBGwL59ypgon05ix
VAHLsn/zn1zvzPJNN227HfL0B+FXtoSBo28wbTAdBgNVHQ4EFgQUeR395wX2J1nh
XH9wP+HyvknoNz4wHwYDVR0jBBgwFoAUeR395wX2J1nhXH9wP+HyvknoNz4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAPbiuEnXmSyU2LCpy+WoNjgGH1o3/hH375Vhq2uuLTpWAiAt
Ap9hNbCCVNBdx9nADIQxJSuBuCegbCBqgdLYPUnFhg==
-----END CERTIFICATE-----
`;
const key = {
  kty: 'EC',
  crv: 'P-256',
  x: '6oA2NDNtemfrr_7S2nTNNg0aul-WU5-mWGjXsYARsC8',
  y: 'n3KmCifTmLFUAcuyf_OfXO_M8k03bbsd8vQH4Ve2hIE',
  d: 'GgflwgQfxSsHwOomJ0ZPqqPp_w0VWQ5vLDckrSK-080',
};

const folder = mkdtempSync(join(tmpdir(), 'luban-tls-'));
const certFile = join(folder, 'cert.pem');
const keyFile = join(folder, 'key.pem');
writeFileSync(certFile, certificate);
writeFileSync(keyFile, createPrivateKey({ key, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }));
afterAll(() => rmSync(folder, { recursive: true }));

const secure = testApp({ listen: true, worker: false, env: { TLS_CERT: certFile, TLS_KEY: keyFile } });
const plain = testApp({ worker: false });
const password = 'a long enough sentence';

function send(method: string, path: string, body?: object) {
  const { port } = new URL(secure.address);
  const headers = { 'content-type': 'application/json' };
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, method, path, headers, ca: certificate }, (answer) => {
        text(answer).then(
          (said) => resolve({ status: answer.statusCode, headers: answer.headers, body: said }),
          reject,
        );
      });
      call.once('error', reject);
      call.end(body && JSON.stringify(body));
    },
  );
}

it('serves HTTPS where a certificate is given, and asks browsers to stay with it', async () => {
  expect(secure.address).toMatch(/^https:/);
  const { status, headers } = await send('GET', '/api/health');
  expect(status).toBe(200);
  expect(headers['strict-transport-security']).toMatch('max-age=');
});

it('gives a cookie that travels over TLS only', async () => {
  await givenAccount(secure.source.manager, { login: 'organiser', password });
  const { status, headers } = await send('POST', '/api/v1/session', { login: 'organiser', password });
  expect(status).toBeLessThan(300);
  expect(String(headers['set-cookie'])).toMatch(/HttpOnly.*Secure|Secure.*HttpOnly/);
});

it('gives one that plain HTTP may carry where there is no TLS: tablets in a venue sign in too', async () => {
  await givenAccount(plain.source.manager, { login: 'judge', password });
  const payload = { login: 'judge', password };
  const answer = await plain.api.inject({ method: 'POST', url: '/api/v1/session', payload });
  expect(answer.statusCode).toBeLessThan(300);
  expect(String(answer.headers['set-cookie'])).toMatch('HttpOnly');
  expect(String(answer.headers['set-cookie'])).not.toMatch('Secure');
});

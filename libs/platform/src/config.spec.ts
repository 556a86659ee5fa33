import { ConfigError, defaultDataDir, readConfig } from './config.js';

const read = (env: Record<string, string> = {}) => readConfig(env, '/srv/luban');

/** The problems named when the environment cannot be used. */
function problemsOf(env: Record<string, string>): string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('needs nothing: everything has a default', () => {
  expect(read()).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    databaseUrl: undefined,
    logLevel: 'info',
    embedded: false,
  });
});

it('takes an empty variable for an absent one', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

it.each([
  ['PORT', 'eighty', /PORT is "eighty", but should be a whole number from 1 to 65535/],
  ['PORT', '70000', /PORT is "70000"/],
  ['PORT', '3000.5', /PORT/],
  ['DATABASE_POOL', '1', /DATABASE_POOL is "1", but should be a whole number from 2 to 500/],
  ['DATABASE_URL', 'mysql://db/luban', /DATABASE_URL .* should be an address like postgres:\/\//],
  ['DATABASE_URL', 'postgres://db.example.org', /DATABASE_URL .* ends in the name of a database/],
  ['REDIS_URL', 'localhost:6379', /REDIS_URL .* redis:\/\/localhost:6379/],
  ['PUBLIC_URL', 'luban.example.org', /PUBLIC_URL .* https:\/\/luban.example.org/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL is "loud", but should be one of fatal, error/],
  ['TRUST_PROXY', 'maybe', /TRUST_PROXY is "maybe", but should be true or false/],
  [
    'TLS_CERT',
    '/no/such/file.pem',
    /TLS_CERT is "\/no\/such\/file.pem", but should be the path of a readable PEM file/,
  ],
])('refuses %s=%s and says what it should look like', (name, value, problem) => {
  expect(problemsOf({ [name]: value }).join('\n')).toMatch(problem);
});

it('names every wrong variable at once', () => {
  expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(2);
});

it('does not repeat an address that may hold a password', () => {
  expect(problemsOf({ DATABASE_URL: 'postgres:/luban:hidden9@db/x' }).join()).not.toContain('hidden9');
});

it('wants both halves of TLS, and all of S3, or neither', () => {
  expect(problemsOf({ TLS_KEY: __filename })).toEqual([
    'TLS_CERT is missing, but TLS_KEY is given: both or neither',
  ]);
  expect(problemsOf({ S3_ENDPOINT: 'https://s3.example.org' })).toHaveLength(3);
  expect(problemsOf({ S3_BUCKET: 'luban' }).join()).toContain('S3_ENDPOINT');
});

it('keeps installations apart that share one Redis', () => {
  const prefixOf = (url: string) => read({ DATABASE_URL: url }).queuePrefix;
  expect(prefixOf('postgres://db/one')).not.toBe(prefixOf('postgres://db/two'));
});

it('gives every checkout a data folder of its own', () => {
  expect(defaultDataDir('/srv/luban')).not.toBe(defaultDataDir('/srv/luban2'));
});

it('cannot be changed once it is read', () => {
  const config = read() as { port: number };
  expect(() => (config.port = 1)).toThrow();
});

describe('the mail server', () => {
  const from = 'luban@example.org';
  const mailOf = (url: string, sender = from) => read({ SMTP_URL: url, MAIL_FROM: sender }).mail;

  it('is none without SMTP_URL', () => {
    expect(read().mail).toBeUndefined();
  });

  it.each([
    ['smtp://mail.example.org', { port: 25, secure: false, tls: 'try', user: undefined }],
    ['smtp://u:p%40ss@mail.example.org:587', { port: 587, tls: 'verify', user: 'u', password: 'p@ss' }],
    ['smtp://u:p@127.0.0.1:2525', { port: 2525, tls: 'try' }],
    ['smtps://u:p@mail.example.org', { port: 465, secure: true, tls: 'verify' }],
    ['smtp://u:p@[::1]', { host: '::1', port: 587 }],
    ['smtp://u:p@mail.example.org?tls=off', { tls: 'off' }],
  ])('reads %s', (url, expected) => {
    expect(mailOf(url)).toMatchObject(expected);
  });

  it.each([
    ['鲁班 <luban@example.org>', { name: '鲁班', address: from }],
    ['"Luban, the platform" <luban@example.org>', { name: 'Luban, the platform', address: from }],
    [from, { name: '', address: from }],
  ])('sends as %s', (sender, expected) => {
    expect(mailOf('smtp://mail.example.org', sender)?.from).toEqual(expected);
  });

  it.each([
    ['mail.example.org:25', /SMTP_URL is not an smtp/],
    ['http://mail.example.org', /SMTP_URL is not an smtp/],
    ['smtp://', /SMTP_URL is (not readable|without a server)/],
    ['smtp://user@mail.example.org', /SMTP_URL is with a user or a password alone/],
    ['smtp://mail.example.org/inbox', /SMTP_URL is followed by a path/],
    ['smtps://mail.example.org?tls=off', /SMTP_URL is with a tls=/],
    ['smtp://mail.example.org?pool=true', /SMTP_URL is followed by "pool"/],
  ])('refuses %s and says what it should look like', (url, problem) => {
    const told = problemsOf({ SMTP_URL: url, MAIL_FROM: from }).join();
    expect(told).toMatch(problem);
    expect(told).toContain('smtp://user:password@mail.example.org:587');
  });

  it.each([
    'luban',
    'a@b, c@d.org',
    'x <luban@example.org',
    'luban@exa mple.org',
    'a\r\nBcc: b <luban@example.org>',
  ])('refuses the sender %j', (sender) => {
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: sender }).join()).toMatch(
      /^MAIL_FROM/,
    );
  });

  it('wants address and sender, or neither, and never repeats the password', () => {
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example.org' })).toEqual([
      expect.stringMatching(/^MAIL_FROM is missing/),
    ]);
    expect(problemsOf({ MAIL_FROM: from })).toEqual([expect.stringMatching(/^SMTP_URL is missing/)]);
    expect(problemsOf({ SMTP_URL: 'smtq://u:hidden9@x', MAIL_FROM: from }).join()).not.toContain('hidden9');
  });
});

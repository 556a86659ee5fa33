import { HttpException } from '@nestjs/common';
import { NotSignedIn } from '@luban/identity';
import {
  assertCurrent,
  defineConstraintCodes,
  defineMessages,
  Denied,
  Invalid,
  NotFound,
  Refused,
  TooBusy,
} from '@luban/platform';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, ValidateNested } from 'class-validator';
import { QueryFailedError } from 'typeorm';
import { versionIn } from '../../apps/api/src/if-match.js';
import { languageOf, problemOf, VersionNotNamed } from '../../apps/api/src/problem.js';
import { type Fault, validationPipe } from '../../apps/api/src/validation.js';

defineMessages({ 'test.form-signed': { zh: '评分表 {code} 已签字', en: 'Form {code} is signed off' } });
defineConstraintCodes({ test_login_key: 'test.form-signed' });

const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

it.each<[number, unknown]>([
  [401, new NotSignedIn()],
  [404, new NotFound('test.form-signed')],
  [403, new Denied('test.form-signed')],
  [409, new Refused('test.form-signed')],
  [412, thrown(() => assertCurrent(4, 3))],
  [428, new VersionNotNamed()],
  [400, new Invalid('test.form-signed')],
  [429, new TooBusy('test.form-signed', { retryAfterSeconds: 7 })],
  [404, new HttpException('Cannot GET /x', 404)],
  [413, Object.assign(new Error('too large'), { statusCode: 413 })],
])('answers %i to its kind of error', (status, error) => {
  expect(problemOf(error, 'zh')).toMatchObject({ status, document: { status } });
});

it('says what it is about in both languages, with its parameters, and in one more loudly', () => {
  const { document } = problemOf(new Refused('test.form-signed', { code: 'B2' }), 'en') ?? {};
  expect(document).toEqual({
    type: 'urn:luban:problem:test.form-signed',
    title: 'Conflict',
    status: 409,
    code: 'test.form-signed',
    detail: 'Form B2 is signed off',
    message: { zh: '评分表 B2 已签字', en: 'Form B2 is signed off' },
    params: { code: 'B2' },
  });
});

it('brings along what the screen needs to go on, but never in place of what it is', () => {
  const extra = { current: { value: '1.00' }, status: 200, code: 'all-is-well' };
  expect(problemOf(new Refused('test.form-signed', {}, extra), 'zh')?.document).toMatchObject({
    current: { value: '1.00' },
    status: 409,
    code: 'test.form-signed',
  });
});

it('says when to come again', () => {
  const busy = problemOf(new TooBusy('test.form-signed', { retryAfterSeconds: 7 }), 'zh');
  expect(busy?.headers).toEqual({ 'Retry-After': '7' });
});

describe('what the database refuses', () => {
  const failed = (code: string, constraint?: string) =>
    problemOf(
      new QueryFailedError('INSERT …', [], Object.assign(new Error('…'), { code, constraint })),
      'zh',
    );

  it.each([
    ['23505', 'test_login_key', 409, 'test.form-signed'],
    ['23505', 'unheard_of_key', 409, 'platform.already-there'],
    ['23503', 'unheard_of_fk', 409, 'platform.still-used'],
    ['23514', 'unheard_of_check', 409, 'platform.value-not-allowed'],
    ['40P01', undefined, 409, 'platform.busy-with-same'],
  ])('%s of %s is told as %i %s', (sqlState, constraint, status, code) => {
    expect(failed(sqlState, constraint)).toMatchObject({ status, document: { code } });
  });

  it('is an unexpected error when it is our own mistake', () => {
    expect(failed('42601')).toBeUndefined();
  });
});

it('does not take an error for a refusal because it has a status of its own making', () => {
  expect(problemOf(new TypeError('x is not a function'), 'zh')).toBeUndefined();
  expect(problemOf(Object.assign(new Error('boom'), { statusCode: 500 }), 'zh')).toBeUndefined();
  expect(problemOf(null, 'zh')).toBeUndefined();
});

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en;q=0.4,zh;q=0.5', 'zh'],
  ['fr,de;q=0.9', 'zh'],
  ['fr,en;q=0.5', 'en'],
  ['en;q=0', 'zh'],
  ['*', 'zh'],
] as const)('answers Accept-Language %s in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

describe('If-Match', () => {
  it.each(['"3"', 'W/"3"', '3', ' "3" '])('reads %s', (header) => expect(versionIn(header)).toBe(3));

  it.each(['', '*', '"three"', '"3", "4"', '"-1"', '"3.0"'])('does not read %s', (header) => {
    expect(thrown(() => versionIn(header))).toBeInstanceOf(Invalid);
  });

  it('has to be there', () => expect(thrown(() => versionIn(undefined))).toBeInstanceOf(VersionNotNamed));
});

describe('a request that does not fit its description', () => {
  class Part {
    @IsInt()
    @Max(100)
    weight: number;
  }
  class Wish {
    @IsString()
    name: string;

    @ValidateNested({ each: true })
    @Type(() => Part)
    parts: Part[];
  }

  const faultsOf = async (body: object): Promise<Fault[]> => {
    const error = await validationPipe()
      .transform(body, { type: 'body', metatype: Wish })
      .catch((failure: unknown) => failure);
    return error instanceof Invalid ? (error.extra['errors'] as Fault[]) : [];
  };

  it('is told every fault with its place, in both languages', async () => {
    expect(await faultsOf({ name: 7, parts: [{ weight: 3 }, { weight: 120 }] })).toEqual([
      { path: 'name', code: 'validation.isString', message: { zh: '应为文字', en: 'name must be a string' } },
      {
        path: 'parts.1.weight',
        code: 'validation.max',
        message: { zh: '不能大于 100', en: 'weight must not be greater than 100' },
      },
    ]);
  });

  it('is refused for what nobody asked for: nothing is silently dropped', async () => {
    expect(await faultsOf({ name: '焊接', parts: [], admin: true })).toMatchObject([
      { path: 'admin', code: 'validation.whitelistValidation', message: { zh: '不认识的字段' } },
    ]);
  });

  it('does not take what stands in every object for a field', async () => {
    const faults = await faultsOf(
      JSON.parse('{"name":"焊接","parts":[],"__proto__":{"admin":true}}') as object,
    );
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(faults.every(({ path }) => path === '__proto__')).toBe(true);
  });
});

it.each(['a\u0000b', 'a\ud800b'])(
  'refuses text that no database can keep, naming the field',
  async (text) => {
    class Named {
      @IsString()
      name: string;
    }
    const failure = await validationPipe()
      .transform({ name: text }, { type: 'body', metatype: Named })
      .catch((error: unknown) => error);
    expect(problemOf(failure, 'en')).toMatchObject({
      status: 400,
      document: { errors: [{ path: 'name', code: 'validation.text' }] },
    });
  },
);

it.each([
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25432'), { code: 'ECONNREFUSED' }),
  new QueryFailedError('SELECT 1', [], Object.assign(new Error('terminating connection'), { code: '57P01' })),
  new Error('Connection terminated unexpectedly'),
])('answers 503 with Retry-After while the database is away', (error) => {
  expect(problemOf(error, 'zh')).toMatchObject({
    status: 503,
    headers: { 'Retry-After': '3' },
    document: { code: 'platform.database-away' },
  });
});

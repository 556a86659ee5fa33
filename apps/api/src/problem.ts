import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { NotSignedIn } from '@luban/identity';
import {
  codeOfConstraint,
  defineMessages,
  Denied,
  fileBytesMax,
  Failure,
  Invalid,
  type MessageParams,
  NotFound,
  Outdated,
  Refused,
  type Said,
  say,
  TooBusy,
} from '@luban/platform';
import { QueryFailedError } from 'typeorm';

defineMessages({
  'platform.unexpected': {
    zh: '服务器出现意外错误，操作没有完成。请稍后重试；如再次出现，请把编号 {incident} 告知管理员。',
    en: 'Something unexpected went wrong and the action was not completed. Please try again; if it happens again, give the number {incident} to your administrator.',
  },
  'platform.no-such-route': { zh: '没有这个接口地址。', en: 'There is no such address in this API.' },
  'platform.not-readable': {
    zh: '请求内容无法读取，请检查格式。',
    en: 'The request cannot be read. Check its format.',
  },
  'platform.too-large': { zh: '提交的内容过大。', en: 'What was sent is too large.' },
  'platform.media-type': {
    zh: '不支持这种内容类型。',
    en: 'This kind of content is not supported here.',
  },
  'platform.if-match-missing': {
    zh: '修改时必须在 If-Match 中说明所依据的版本。',
    en: 'An edit has to name the version it is based on, in If-Match.',
  },
  'platform.database-away': {
    zh: '数据库暂时无法连接，操作没有完成，请稍候重试。',
    en: 'The database cannot be reached at the moment and the action was not completed. Please try again shortly.',
  },
  'platform.already-there': { zh: '相同的记录已经存在。', en: 'The same record is there already.' },
  'platform.still-used': {
    zh: '还有其他记录与它关联，或所指的记录不存在。',
    en: 'Other records still refer to it, or what it refers to does not exist.',
  },
  'platform.value-not-allowed': { zh: '该值不在允许的范围内。', en: 'This value is not allowed.' },
  'platform.busy-with-same': {
    zh: '有人正在同时修改同一内容，请重试。',
    en: 'Somebody else is changing the same thing at this moment. Please try again.',
  },
});

/** A problem document (RFC 9457) with both languages, and the headers that belong to it. */
export interface Problem {
  status: number;
  document: Record<string, unknown>;
  headers: Record<string, string>;
}

/** An edit without If-Match. 428. */
export class VersionNotNamed extends Failure {
  constructor() {
    super('platform.if-match-missing');
  }
}

/** What is told about an error. Undefined when it is none that was foreseen: then somebody has to look at the log. */
export function problemOf(error: unknown, language: 'zh' | 'en'): Problem | undefined {
  if (error instanceof Failure) return fromFailure(error, language);
  if (isDatabaseAway(error)) {
    return problem(503, 'platform.database-away', language, {}, {}, { 'Retry-After': '3' });
  }
  if (error instanceof QueryFailedError) return fromDatabase(error, language);
  if (error instanceof HttpException) return fromStatus(error.getStatus(), language);
  const { statusCode: status, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown }; // Fastify's own
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return problem(413, 'platform.file-too-large', language, { megabytes: fileBytesMax / 1024 / 1024 });
  return typeof status === 'number' && status >= 400 && status < 500
    ? fromStatus(status, language)
    : undefined;
}

/** PostgreSQL is stopping, starting or not there: nothing was written that is not known to be. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08001',
  '08006',
]);

function isDatabaseAway(error: unknown): boolean {
  const { driverError, code, message } = (error ?? {}) as {
    driverError?: unknown;
    code?: unknown;
    message?: unknown;
  };
  if (driverError && isDatabaseAway(driverError)) return true;
  if (typeof code === 'string' && awayCodes.has(code)) return true;
  return (
    typeof message === 'string' &&
    /^Connection terminated|timeout exceeded when trying to connect/.test(message)
  );
}

/** The document for a code; `extra` stands beside the fixed members. */
export function problem(
  status: number,
  code: string,
  language: 'zh' | 'en',
  params: MessageParams = {},
  extra: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Problem {
  const message: Said = say(code, params);
  const document = {
    ...extra,
    type: `urn:luban:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: message[language],
    message,
    params,
  };
  return { status, document, headers };
}

/** The language of an Accept-Language header: Chinese unless English is wanted more. */
export function languageOf(acceptLanguage: string | undefined): 'zh' | 'en' {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh';
}

const statuses: [new (...args: never[]) => Failure, number][] = [
  [NotSignedIn, 401],
  [NotFound, 404],
  [Denied, 403],
  [Refused, 409],
  [Outdated, 412],
  [Invalid, 400],
  [TooBusy, 429],
  [VersionNotNamed, 428],
];

function fromFailure(failure: Failure, language: 'zh' | 'en'): Problem | undefined {
  const status = statuses.find(([kind]) => failure instanceof kind)?.[1];
  if (status === undefined) return undefined;
  const wait = failure.params['retryAfterSeconds'];
  const headers: Record<string, string> = status === 429 ? { 'Retry-After': String(wait ?? 1) } : {};
  return problem(status, failure.code, language, failure.params, failure.extra, headers);
}

function fromStatus(status: number, language: 'zh' | 'en'): Problem {
  const codes: Record<number, string> = {
    404: 'platform.no-such-route',
    413: 'platform.too-large',
    415: 'platform.media-type',
  };
  return problem(status, codes[status] ?? 'platform.not-readable', language);
}

/** What PostgreSQL refuses is said by the name of the constraint, which each lib has given a code. */
function fromDatabase(error: QueryFailedError, language: 'zh' | 'en'): Problem | undefined {
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  const known = constraint === undefined ? undefined : codeOfConstraint(constraint);
  if (known) return problem(409, known, language);
  switch (code) {
    case '23505':
    case '23P01':
      return problem(409, 'platform.already-there', language);
    case '23503':
      return problem(409, 'platform.still-used', language);
    case '23514':
      return problem(409, 'platform.value-not-allowed', language);
    case '40001':
    case '40P01':
    case '55P03':
      return problem(409, 'platform.busy-with-same', language, {}, {}, { 'Retry-After': '1' });
    default:
      return undefined;
  }
}

import type { Said } from '../language/words.js';

/** One fault of a refused request: where it lies (`birthDate`, `modules.0.weight`) and what is wrong with it. */
export interface Fault {
  path: string;
  code: string;
  message: Said;
}

/** The RFC 9457 document that the server sends when it refuses. Every field may be missing when a proxy answers. */
type ProblemDocument = Readonly<Record<string, unknown>>;

/**
 * A refusal of the server, or of the network on the way to it, told in both languages.
 * `status` is the HTTP status; 0 when no answer came.
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly said: Said,
    readonly errors: readonly Fault[] = [],
    /** Seconds after which it may be tried again (429, 503), when the server said so. */
    readonly retryAfterSeconds: number | null = null,
    /** The rest of the document: what the screen needs to go on (`findings`, `current`). */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${said.en}`);
    this.name = 'Problem';
  }

  /** Somebody else changed the thing since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }

  get isOffline(): boolean {
    return this.code === 'web.offline';
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }

  /** Faults by form field, first one each: `{ birthDate: { zh, en } }`. */
  get faultsByPath(): ReadonlyMap<string, Said> {
    const found = new Map<string, Said>();
    for (const fault of this.errors) if (!found.has(fault.path)) found.set(fault.path, fault.message);
    return found;
  }
}

/** The network did not carry the request: nothing is known about what the server did with it. */
export function offlineProblem(): Problem {
  return new Problem('web.offline', 0, {
    zh: '连不上服务器。请检查网络，已填写的内容不会丢失，恢复后可重试。',
    en: 'The server cannot be reached. Check the network; nothing you typed is lost, and you can try again.',
  });
}

/** Reads a refusal; a body that is no problem document (a proxy's page) becomes a plain sentence by status. */
export async function problemFrom(response: Response): Promise<Problem> {
  const body = await readDocument(response);
  const code = typeof body.code === 'string' ? body.code : `http.${response.status}`;
  const message =
    asSaid(body.message) ?? asSaid(body.detail) ?? asSaid(body.title) ?? byStatus(response.status);
  return new Problem(code, response.status, message, asFaults(body.errors), retryAfter(response), body);
}

/** Any thrown thing as a `Problem`, so that one place can show it. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem('web.unexpected', 0, {
    zh: '页面出了意外。请刷新后再试；若仍如此，请把时间告诉管理员。',
    en: 'Something unexpected happened in this page. Reload and try again; if it persists, tell your administrator when.',
  });
}

async function readDocument(response: Response): Promise<ProblemDocument> {
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null ? (body as ProblemDocument) : {};
  } catch {
    return {};
  }
}

function asSaid(value: unknown): Said | null {
  if (typeof value === 'string' && value !== '') return { zh: value, en: value };
  if (typeof value !== 'object' || value === null) return null;
  const { zh, en } = value as Partial<Record<'zh' | 'en', unknown>>;
  if (typeof zh !== 'string' && typeof en !== 'string') return null;
  return { zh: String(zh ?? en), en: String(en ?? zh) };
}

function asFaults(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): Fault[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { path, field, code, message } = entry as Record<string, unknown>;
    const said = asSaid(message);
    if (!said) return [];
    const at = typeof path === 'string' ? path : typeof field === 'string' ? field : '';
    return [{ path: at, code: typeof code === 'string' ? code : '', message: said }];
  });
}

function retryAfter(response: Response): number | null {
  const value = response.headers.get('Retry-After');
  if (value === null) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

function byStatus(status: number): Said {
  if (status === 401) return { zh: '请先登录。', en: 'Please sign in first.' };
  if (status === 403) return { zh: '您的角色不能这样做。', en: 'Your role may not do this.' };
  if (status === 404)
    return { zh: '没有找到，或不在您的权限范围内。', en: 'Not found, or not within your reach.' };
  if (status === 412)
    return {
      zh: '内容已被他人修改，请先查看最新的内容。',
      en: 'Somebody else changed this meanwhile. Look at the latest first.',
    };
  if (status === 413) return { zh: '文件太大。', en: 'The file is too large.' };
  if (status === 429)
    return { zh: '操作太频繁，请稍候再试。', en: 'Too many attempts. Please wait a little and try again.' };
  if (status >= 500)
    return {
      zh: '服务器暂时出了问题，请稍后再试。',
      en: 'The server has trouble at the moment. Please try again shortly.',
    };
  return { zh: '请求未被接受。', en: 'The request was not accepted.' };
}

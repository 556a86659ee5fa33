import { Invalid, type MessageParams, say } from '@luban/platform';

/**
 * 发文字号 as GB/T 9704 writes it: the issuer's code, the year in six-sided brackets 〔〕, the number without leading
 * zeros, 号. Other brackets and full-width digits are put right. Throws `Invalid` `approvals.document-number-form`.
 */
export function documentNumberOf(given: string | null): string | null {
  const text =
    given
      ?.normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/["'<>]/g, '') ?? '';
  if (text === '') return null;
  const found =
    /^([\p{Script=Han}A-Za-z]{1,20})[[(〔【（［]((?:19|20)\d{2})[\])〕】）］](?:第)?0*([1-9]\d{0,4})号$/u.exec(
      text,
    );
  if (!found) throw unfit('documentNumber', 'approvals.document-number-form', { given: String(given) });
  return `${found[1]}〔${found[2]}〕${found[3]}号`;
}

/** 成文日期: a day that exists, from 2000 on and today at the latest (in Asia/Shanghai). */
export function signedOnOf(given: string | null, now: Date): string | null {
  if (given === null) return null;
  const at = new Date(`${given}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== given)
    throw unfit('signedOn', 'approvals.no-such-day', { day: given });
  if (given < '2000-01-01') throw unfit('signedOn', 'approvals.signed-on-too-early', { day: given });
  if (given > todayIn(now)) throw unfit('signedOn', 'approvals.signed-on-future', { day: given });
  return given;
}

/** The day in Asia/Shanghai (no summer time since 1991). */
export const todayIn = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

function unfit(path: string, code: string, params: MessageParams): Invalid {
  return new Invalid(code, params, { errors: [{ path, code, message: say(code, params) }] });
}

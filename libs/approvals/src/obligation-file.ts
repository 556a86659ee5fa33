import { basename } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { Invalid, say } from '@luban/platform';

/** What a report comes as: media type by content, with the extensions that fit it. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/x-cfb': ['doc', 'xls'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/** Name and media type of a report. Its content counts, and has to be what its name says: `approvals.obligation-file-kind`. */
export async function reportFile(
  bytes: Buffer,
  given: string,
): Promise<{ fileName: string; mediaType: string }> {
  const fileName = basename(given.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '').slice(0, 200);
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const mediaType = (await fileTypeFromBuffer(new Uint8Array(bytes)))?.mime ?? '';
  if (fileName !== '' && kinds[mediaType]?.includes(extension)) return { fileName, mediaType };
  const code = 'approvals.obligation-file-kind';
  const params = { file: fileName };
  throw new Invalid(code, params, { errors: [{ path: 'file', code, message: say(code, params) }] });
}

import { defineMessages, Invalid } from '@luban/platform';
import type { FastifyRequest } from 'fastify';

defineMessages({
  'platform.no-file': {
    zh: '请求中没有文件：请以 multipart/form-data 上传一个文件。',
    en: 'The request holds no file: send one as multipart/form-data.',
  },
});

/** One uploaded file with the form's other fields. */
export interface Upload {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
  fields: Record<string, string>;
}

/** Reads the one file of a multipart request, wherever it stands among the fields. `platform.no-file` when there is none. */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Invalid('platform.no-file');
  const fields: Record<string, string> = {};
  let file: Omit<Upload, 'fields'> | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    file ??= { bytes, fileName: part.filename, mediaType: part.mimetype };
  }
  if (!file || file.bytes.length === 0) throw new Invalid('platform.no-file');
  return { ...file, fields };
}

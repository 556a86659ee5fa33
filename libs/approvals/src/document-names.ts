import { withoutHostile } from '@luban/rulebook';

/** The types of files that documents may have, by the end of the name. */
export const documentTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type DocumentType = keyof typeof documentTypes;

const scans = ['pdf', 'png', 'jpg'] as const;

/** Which types each kind of document may have: what is signed and stamped comes as a scan. */
export const typesOfKind: Readonly<Record<string, readonly DocumentType[]>> = {
  request: scans,
  stampedForm: scans,
  feasibility: ['pdf', 'docx'],
  standard: scans,
  implementationPlan: ['pdf', 'docx'],
  agreement: scans,
  supplement: ['pdf', 'docx', 'xlsx', 'png', 'jpg'],
  other: ['pdf', 'docx', 'xlsx', 'png', 'jpg'],
};

const charactersMax = 120;

/**
 * The name of a file as it is kept: without folders, characters that hide or turn the writing, and those that no file
 * system takes; at most 120 characters with its end. Null where nothing of a name is left.
 */
export function cleanFileName(given: string): string | null {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = withoutHostile(last)
    .replace(/[<>:"|?*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const end = dot >= 0 ? plain.slice(dot) : '';
  const stem = [...(dot >= 0 ? plain.slice(0, dot) : plain)]
    .slice(0, charactersMax - end.length)
    .join('')
    .trim();
  if (end.length > 12 || (stem === '' && end.length <= 1)) return null;
  return stem === '' ? null : `${stem}${end}`;
}

/** The type that a name claims; null for any other end. */
export function typeOfName(fileName: string): DocumentType | null {
  const end = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (end === 'jpeg') return 'jpg';
  return end in documentTypes ? (end as DocumentType) : null;
}

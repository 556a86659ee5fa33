import {
  documentKindInWords,
  organisationKindInWords,
  partyPartInWords,
  skillLevelInWords,
} from '@luban/rulebook';
import { formatCount } from '../language/format.js';
import { useSaid } from '../language/language.js';
import type { Application, ApplicationOccupation } from './types.js';
import { useApplicationsText } from './words.js';

/** How things of an application are called, in the reader's language. */
export function useApplicationNames() {
  const t = useApplicationsText();
  const said = useSaid();
  return {
    classOf: (value: 'one' | 'two' | null) => t(`class.${value ?? 'none'}`),
    areaOf: ({
      level,
      divisionCode,
      divisionName,
    }: Pick<Application, 'level' | 'divisionCode' | 'divisionName'>) =>
      level === 'nationalIndustry'
        ? t('level.nationalIndustry')
        : `${divisionName ?? divisionCode} · ${t(`level.${level}`)}`,
    kindOf: (kind: Application['leadKind']) => capital(said(organisationKindInWords[kind])),
    partOf: (part: Application['parties'][number]['part']) => capital(said(partyPartInWords[part])),
    documentOf: (kind: Application['documents'][number]['kind']) => capital(said(documentKindInWords[kind])),
    levelOf: (level: number) => {
      const words = skillLevelInWords[level];
      return words ? said(words) : String(level);
    },
    yuan: (amount: number | undefined) => (amount === undefined ? null : `¥ ${formatCount(amount)}`),
    span: (from: string | null | undefined, to: string | null | undefined) =>
      from || to ? (from === to ? (from ?? '') : `${from ?? '…'} – ${to ?? '…'}`) : null,
    /** 已颁布，最高 高级技师（一级） · 据职业目录. */
    standardOf: (occupation: ApplicationOccupation) => {
      const { standardExists, standardTopLevel, standardFrom } = occupation;
      if (standardExists === null && standardTopLevel === null) return t('standard.unknown');
      if (standardExists === false) return t('standard.none');
      const words = standardTopLevel ? skillLevelInWords[standardTopLevel] : undefined;
      return [
        t('standard.exists'),
        words ? t('standard.top', { level: said(words) }) : null,
        standardFrom ? t(`standard.${standardFrom}`) : null,
      ]
        .filter(Boolean)
        .join(' · ');
    },
  };
}

/** As a label begins: English with a capital. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1.4 MB`, `320 KB`. */
export const fileSize = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** Where a document of an application is downloaded. */
export const fileHref = (applicationId: string, documentId: string): string =>
  `/api/v1/applications/${applicationId}/documents/${documentId}/file`;

export const formHref = (applicationId: string): string => `/api/v1/applications/${applicationId}/form.pdf`;

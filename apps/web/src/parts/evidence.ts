import { useLanguage, useSaid } from '../language/language.js';
import type { Said } from '../language/words.js';

/** What was looked at; a value without English of its own is a name or a figure. */
export interface EvidenceShown {
  label: Said;
  value: string;
  valueEn?: string | undefined;
}

/** A value of evidence in both languages. */
export const evidenceValue = ({ value, valueEn }: EvidenceShown): Said => ({
  zh: value,
  en: valueEn ?? value,
});

/** Evidence in one line of the reader's language; empty where there is none. */
export function useEvidenceLine(): (evidence: readonly EvidenceShown[]) => string {
  const said = useSaid();
  const language = useLanguage();
  return (evidence) =>
    evidence
      .filter(({ value }) => value !== '')
      .map((one) => `${said(one.label)} ${said(evidenceValue(one))}`)
      .join(language === 'en' ? '; ' : '；');
}

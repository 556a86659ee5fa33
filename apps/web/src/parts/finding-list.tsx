import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSaid } from '../language/language.js';
import type { Said } from '../language/words.js';
import { ClausePopover, type Clause } from './clause.js';
import { Icon } from '../look/icons.js';
import { StateTag } from './state-tag.js';
import { usePartText } from './words.js';

export type Severity = 'passed' | 'warning' | 'blocking' | 'unknown';

/** One rule held against one subject: the verdict, why, on what evidence, by which clause, and where it is mended. */
export interface Finding {
  code: string;
  severity: Severity;
  message: Said | string;
  evidence?: Said | string | null | undefined;
  clause?: Clause | null | undefined;
  /** Where it is mended, a path of this web app. */
  href?: string | null | undefined;
}

const order: readonly Severity[] = ['blocking', 'warning', 'unknown', 'passed'];

/** Findings, what blocks first. */
export function FindingList({ findings, onGo }: { findings: readonly Finding[]; onGo?: () => void }) {
  const t = usePartText();
  const said = useSaid();
  const read = (words: Said | string): ReactNode => (typeof words === 'string' ? words : said(words));
  if (findings.length === 0) return <p className="quiet">{t('finding.none')}</p>;
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul className="findings">
      {sorted.map((finding, at) => (
        <li key={`${finding.code}-${at}`} className={`finding finding-${finding.severity}`}>
          <StateTag look={finding.severity}>{t(`finding.${finding.severity}`)}</StateTag>
          <div className="finding-body">
            <div>{read(finding.message)}</div>
            {finding.evidence ? (
              <div className="finding-evidence">
                {t('finding.evidence')}: {read(finding.evidence)}
              </div>
            ) : null}
            {finding.clause ? (
              <ClausePopover clause={finding.clause}>{read(finding.clause.name)}</ClausePopover>
            ) : null}
          </div>
          {finding.href ? (
            <Link to={finding.href} className="finding-go" {...(onGo ? { onClick: onGo } : {})}>
              {t('finding.mend')}
              <Icon name="next" size="1em" />
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

import { Popover } from 'antd';
import { useSaid } from '../language/language.js';
import { useEvidenceLine } from '../parts/evidence.js';
import type { Finding } from '../parts/finding-list.js';
import { StateShape } from '../parts/state-tag.js';
import { ClauseBody } from '../parts/clause.js';
import { sectionOfCheck } from './looks.js';
import type { ApplicationFinding } from './types.js';
import { useApplicationsText } from './words.js';

/** What was looked at, in one line of the reader's language. */
export function useEvidence(): (finding: ApplicationFinding) => string {
  const line = useEvidenceLine();
  return ({ evidence }) => line(evidence);
}

/** A finding as the lists of findings show it, with its clause and where it is mended. */
export function useFindings(): (findings: readonly ApplicationFinding[], href?: string) => Finding[] {
  const evidence = useEvidence();
  return (findings, href) =>
    findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      evidence: evidence(finding) || null,
      clause: {
        name: finding.citation.article,
        source: finding.citation.source,
        verified: finding.citation.grade === 'verified',
      },
      ...(href === undefined ? {} : { href: `${href}#${sectionOfCheck(finding.check)}` }),
    }));
}

/** One finding as a short line: its shape, its sentence; hover, tap or Enter shows clause, source and evidence. */
export function FindingLine({ finding }: { finding: ApplicationFinding }) {
  const t = useApplicationsText();
  const said = useSaid();
  const evidence = useEvidence()(finding);
  const verified = finding.citation.grade === 'verified';
  return (
    <li className={`finding-line finding-line-${finding.severity}`}>
      <StateShape look={finding.severity} title={t(`findings.severity.${finding.severity}`)} />
      <Popover
        placement="left"
        trigger={['hover', 'focus', 'click']}
        content={
          <div className="finding-more">
            <ClauseBody
              clause={{ name: finding.citation.article, source: finding.citation.source, verified }}
            />
            {evidence ? <p className="quiet">{t('findings.evidence', { text: evidence })}</p> : null}
          </div>
        }
      >
        <button type="button" className="finding-ask">
          {said(finding.message)}
          {verified ? null : <span className="unverified">{t('findings.unverified')}</span>}
        </button>
      </Popover>
    </li>
  );
}

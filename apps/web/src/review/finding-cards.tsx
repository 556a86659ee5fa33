import { Button } from 'antd';
import { useState } from 'react';
import { useSaid } from '../language/language.js';
import { evidenceValue } from '../parts/evidence.js';
import { StateTag } from '../parts/state-tag.js';
import type { ReviewFinding } from './types.js';
import { useApplicationsText } from '../applications/words.js';
import { useReviewText } from './words.js';

const order = ['blocking', 'warning', 'unknown', 'passed'] as const;

/** Rules held against an application: what blocks first, each with its evidence and article; what passed folds away. */
export function FindingCards({
  findings,
}: {
  findings: readonly (ReviewFinding & { despite?: string | null })[];
}) {
  const t = useReviewText();
  const [all, setAll] = useState(false);
  const passed = findings.filter(({ severity }) => severity === 'passed').length;
  const shown = order.flatMap((severity) =>
    severity === 'passed' && !all ? [] : findings.filter((one) => one.severity === severity),
  );
  return (
    <>
      <ul className="finding-cards">
        {shown.map((finding, i) => (
          <FindingCard key={`${finding.code}-${i}`} finding={finding} />
        ))}
      </ul>
      {passed > 0 ? (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('findings.hidePassed') : t('findings.showPassed', { count: passed })}
        </Button>
      ) : null}
    </>
  );
}

function FindingCard({ finding }: { finding: ReviewFinding & { despite?: string | null } }) {
  const t = useReviewText();
  const a = useApplicationsText();
  const said = useSaid();
  const { citation, evidence, severity } = finding;
  return (
    <li className={`finding-card finding-card-${severity}`}>
      <div className="finding-card-head">
        <StateTag look={severity} quiet>
          {a(`findings.severity.${severity}`)}
        </StateTag>
        <span>{said(finding.message)}</span>
      </div>
      {evidence.length > 0 ? (
        <dl className="finding-evidence-list">
          {evidence.map((one, i) => (
            <div key={i}>
              <dt>{said(one.label)}</dt>
              <dd>{said(evidenceValue(one))}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="finding-article" title={citation.source}>
        {t('findings.articleIs', { article: said(citation.article) })}
      </div>
      {citation.grade === 'unverified' ? (
        <div className="finding-note">{t('findings.unverified')}</div>
      ) : null}
      {severity === 'unknown' ? <div className="finding-note">{t('findings.unknownLine')}</div> : null}
      {finding.despite ? (
        <div className="finding-despite">{t('findings.despiteIs', { reason: finding.despite })}</div>
      ) : null}
    </li>
  );
}

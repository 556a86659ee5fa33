import type { ReactNode } from 'react';
import { useSaid } from '../language/language.js';
import { StateShape } from '../parts/state-tag.js';
import { FindingLine } from './finding-words.js';
import { sectionOfCheck, sectionOfField, sections } from './looks.js';
import type { Application, ApplicationFinding } from './types.js';
import { UntouchedMarks } from './untouched-marks.js';
import { useApplicationsText } from './words.js';

const order = ['blocking', 'warning', 'unknown', 'passed'] as const;

/** The findings of an application by section, what blocks first, kept up with what is written. */
export function FindingsSide({
  application,
  head,
  foot,
}: {
  application: Application;
  /** Stays in sight above the findings. */
  head?: ReactNode;
  foot?: ReactNode;
}) {
  const t = useApplicationsText();
  const said = useSaid();
  const { policy, findings, missing } = application;
  const count = (severity: ApplicationFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return (
    <aside className="application-side" aria-label={t('findings.title')}>
      {head ? <div className="side-save">{head}</div> : null}
      <section className="panel" aria-live="polite">
        <div className="side-head">
          <h2>{t('findings.title')}</h2>
          {policy?.snapshot === false ? <span className="quiet">{t('findings.live')}</span> : null}
        </div>
        <p className="quiet">
          {policy
            ? t(policy.snapshot ? 'findings.packSnapshot' : 'findings.pack', { title: said(policy.title) })
            : t('findings.none')}
        </p>
        {policy ? (
          <div
            className="finding-counts"
            aria-label={t('findings.counts', {
              blocking: count('blocking'),
              warning: count('warning'),
              unknown: count('unknown'),
              passed: count('passed'),
            })}
          >
            {order.map((severity) => (
              <span key={severity} title={t(`findings.severity.${severity}`)}>
                <StateShape look={severity} />
                {t(`findings.severity.${severity}`)} {count(severity)}
              </span>
            ))}
          </div>
        ) : null}
        {missing.length > 0 ? (
          <div className="finding-group">
            <h3>{t('findings.missing')}</h3>
            <ul>
              {missing.map(({ field, message }) => (
                <li key={message.en} className="finding-line">
                  <StateShape look="blocking" title={t('findings.severity.blocking')} />
                  <a href={`#${sectionOfField(field)}`}>{said(message)}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {application.state === 'returned' ? <UntouchedMarks application={application} /> : null}
        {sections.map((section) => (
          <FindingGroup
            key={section}
            title={t(`section.${section}`)}
            findings={findings.filter(({ check }) => sectionOfCheck(check) === section)}
          />
        ))}
      </section>
      {foot}
    </aside>
  );
}

function FindingGroup({ title, findings }: { title: string; findings: readonly ApplicationFinding[] }) {
  const t = useApplicationsText();
  if (findings.length === 0) return null;
  const open = order
    .filter((severity) => severity !== 'passed')
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const passed = findings.filter(({ severity }) => severity === 'passed');
  return (
    <div className="finding-group">
      <h3>{title}</h3>
      <ul>
        {open.map((finding) => (
          <FindingLine key={finding.code} finding={finding} />
        ))}
      </ul>
      {passed.length > 0 ? (
        <details>
          <summary>{t('findings.passedMore', { count: passed.length })}</summary>
          <ul>
            {passed.map((finding) => (
              <FindingLine key={finding.code} finding={finding} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

import { Link } from 'react-router';
import type { Schemas } from '../account/session.js';
import { useSaid } from '../language/language.js';
import { ClausePopover } from '../parts/clause.js';
import { StateTag } from '../parts/state-tag.js';
import { useRulesText } from './words.js';

type Line = Schemas['BackTestLineDto'];
type Short = Schemas['BackTestFindingDto'];

/** Each case with what was decided then, what the pack decides, and by which rules. */
export function BackTestTable({ rows }: { rows: readonly Line[] }) {
  const t = useRulesText();
  return (
    <div className="back-test-scroll">
      <table className="plain-table back-test-table">
        <thead>
          <tr>
            <th>{t('test.year1')}</th>
            <th>{t('test.name')}</th>
            <th>{t('test.class')}</th>
            <th>{t('test.decision')}</th>
            <th>{t('test.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line, at) => (
            <tr key={line.applicationId ?? `${line.planYear} ${at}`} className={line.flips ? 'flips' : ''}>
              <td className="figures">{line.planYear}</td>
              <td>
                {line.applicationId ? (
                  <Link to={`/applications/${line.applicationId}`}>{line.officialName}</Link>
                ) : (
                  line.officialName
                )}
                {line.hosts ? <div className="quiet">{line.hosts}</div> : null}
              </td>
              <td>{line.classThen ? t(`class.${line.classThen}`) : '–'}</td>
              <td>
                <Decision line={line} />
              </td>
              <td>
                <Why line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Decision({ line }: { line: Line }) {
  const t = useRulesText();
  if (line.decision === null) return '–';
  const look = line.decision === 'decline' ? 'blocking' : 'passed';
  return (
    <>
      <StateTag look={look} quiet>
        {t(`test.${line.decision}`)}
      </StateTag>
      <div className="quiet">
        {t('test.then')} {t(`test.${line.decisionThen}`)}
        {line.flips ? <strong className="flip-word"> · {t('test.flips')}</strong> : ` · ${t('test.same')}`}
      </div>
    </>
  );
}

function Why({ line }: { line: Line }) {
  const t = useRulesText();
  const said = useSaid();
  if (line.outOfScope)
    return <div className="quiet">{t('test.outOfScope', { why: said(line.outOfScope) })}</div>;
  const declined = line.decision === 'decline';
  const counts = [
    line.passed.length > 0 ? t('test.passed', { count: line.passed.length }) : null,
    line.warnings.length > 0 ? t('test.warnings', { count: line.warnings.length }) : null,
    line.unknown.length > 0 ? t('test.unknown', { count: line.unknown.length }) : null,
  ].filter((one) => one !== null);
  return (
    <>
      {line.deciding.length === 0 ? <div className="quiet">{t('test.nothingBlocks')}</div> : null}
      {declined ? (
        <ul className="why">
          {line.deciding.map((finding) => (
            <Ruled key={finding.rule} finding={finding} />
          ))}
        </ul>
      ) : line.deciding.length > 0 ? (
        <StateTag look="passed" quiet>
          {line.deciding.map(({ title }) => said(title)).join('；')}
        </StateTag>
      ) : null}
      {counts.length > 0 ? (
        <details>
          <summary className="quiet">{counts.join(' · ')}</summary>
          <ul className="why">
            {[...line.warnings, ...(declined ? [] : line.deciding)].map((finding) => (
              <Ruled key={finding.rule} finding={finding} />
            ))}
            {line.unknown.length > 0 ? (
              <li>
                <StateTag look="unknown" quiet>
                  {line.unknown.join(' ')}
                </StateTag>
              </li>
            ) : null}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Ruled({ finding }: { finding: Short }) {
  const said = useSaid();
  const { severity, message, article, source, grade } = finding;
  return (
    <li>
      <StateTag look={severity} quiet>
        <ClausePopover clause={{ name: article, source, verified: grade === 'verified' }}>
          {said(message)}
        </ClausePopover>
      </StateTag>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { stateLook } from '../applications/looks.js';
import type { Application } from '../applications/types.js';
import { useApplicationsText } from '../applications/words.js';
import { got } from '../api/query.js';
import type { components } from '../api/schema.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { useReviewText } from './words.js';
import './review.css';

type Comparison = components['schemas']['DeskComparisonDto'];
type Side = Comparison['left'];

/** Two applications side by side, field by field, what differs marked with a shape and a word. */
export default function ComparePage() {
  const t = useReviewText();
  const { leftId = '', rightId = '' } = useParams();
  const compared = useQuery(
    got('/api/v1/applications/{applicationId}/comparisons/{otherId}', {
      params: { path: { applicationId: leftId, otherId: rightId } },
    }),
  );
  return (
    <div className="compare-page">
      <PageHeader
        title={t('compare.title')}
        crumbs={[{ label: t('nav.desk'), to: '/review' }]}
        line={t('compare.line')}
        actions={
          <Button
            icon={<Icon name="export" />}
            href={`/api/v1/applications/${leftId}/comparisons/${rightId}/sheet.xlsx`}
          >
            {t('compare.export')}
          </Button>
        }
      />
      <Answered query={compared} lines={14}>
        {(read) => <Compared comparison={read} />}
      </Answered>
    </div>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const t = useReviewText();
  const said = useSaid();
  const differing = comparison.fields.filter(({ differs }) => differs);
  const [only, setOnly] = useState(true);
  const fields = only ? differing : comparison.fields;
  return (
    <>
      <Segmented
        value={only ? 'different' : 'all'}
        onChange={(value) => setOnly(value === 'different')}
        options={[
          { value: 'different', label: t('compare.onlyDifferent', { count: differing.length }) },
          { value: 'all', label: t('compare.all', { count: comparison.fields.length }) },
        ]}
      />
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">{t('compare.field')}</th>
            <SideHead side={comparison.left} />
            <SideHead side={comparison.right} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.field} className={field.differs ? 'compare-differs' : undefined}>
              <th scope="row">
                {said(field.label)}
                <div>
                  <StateTag look={field.differs ? 'warning' : 'passed'} quiet>
                    {t(field.differs ? 'compare.differs' : 'compare.same')}
                  </StateTag>
                </div>
              </th>
              <Cell lines={field.left} shared={field.differs ? field.shared : []} />
              <Cell lines={field.right} shared={field.differs ? field.shared : []} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function SideHead({ side }: { side: Side }) {
  const t = useReviewText();
  const a = useApplicationsText();
  const state = side.state as Application['state'];
  return (
    <th scope="col">
      <Link to={`/review/${side.id}`}>
        {side.edition}
        {side.name}
      </Link>
      <div className="compare-side">
        {side.leadName} · <span className="figures">{side.planYear}</span>
        {side.class ? ` · ${a(`class.${side.class}`)}` : ''}
      </div>
      <div className="compare-side">
        <StateTag look={stateLook[state]} quiet>
          {a(`state.${state}`)}
        </StateTag>
        {(['blocking', 'warning', 'unknown', 'passed'] as const)
          .filter((severity) => side.findings[severity] > 0)
          .map((severity) => (
            <StateTag key={severity} look={severity} quiet>
              {t(`findings.${severity}`, { count: side.findings[severity] })}
            </StateTag>
          ))}
      </div>
    </th>
  );
}

/** Lines that both state are quiet, what only this one states stands out. */
function Cell({ lines, shared }: { lines: readonly string[]; shared: readonly string[] }) {
  const t = useReviewText();
  if (lines.length === 0) return <td className="quiet">{t('compare.blank')}</td>;
  return (
    <td>
      {lines.map((line, i) =>
        shared.includes(line) ? (
          <div key={i} className="compare-shared">
            {line} <span className="quiet">（{t('compare.sharedLine')}）</span>
          </div>
        ) : (
          <div key={i}>{line}</div>
        ),
      )}
    </td>
  );
}

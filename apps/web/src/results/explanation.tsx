import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { asProblem } from '../api/problem.js';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import { AwardName, awardText, statusText } from './award.js';
import type { Explanation as Told, ResultRow } from './types.js';
import { resultsWords, useResultsText } from './words.js';

type Step = Told['steps'][number];

/** Steps that say how one mark came about; the rest tell of place and award. */
const markSteps = ['aspect', 'subCriterion', 'criterion'];

/** Why an entry has its place and award: the award and its clause first, then step by step down to every aspect. */
export function Explanation(props: {
  eventId: string;
  skillId: string;
  entryId: string;
  version?: number;
  row?: Pick<ResultRow, 'award' | 'rank' | 'totalHundredths' | 'scaledScore' | 'status'>;
}) {
  const t = useResultsText();
  const { eventId, skillId, entryId, version, row } = props;
  const told = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/results/{entryId}/explanation', {
      params: { path: { eventId, skillId, entryId }, query: version === undefined ? {} : { version } },
    }),
  );
  const steps = told.data?.steps ?? [];
  const upper = steps.filter(({ step }) => !markSteps.includes(step)).reverse();
  const marks = steps.filter(({ step }) => markSteps.includes(step));
  return (
    <div className="explanation">
      {row ? (
        <div className="explanation-head">
          <AwardName award={row.award} />
          <span>
            {row.rank === null
              ? (statusText(row.status) ?? t('own.noRank'))
              : t('own.rank', { rank: row.rank })}
          </span>
          <strong className="figures">
            {formatMark(row.totalHundredths)}
            {row.scaledScore === null ? null : ` · ${row.scaledScore}`}
          </strong>
        </div>
      ) : null}
      {told.isPending ? <Loading /> : null}
      {told.isError ? (
        asProblem(told.error).code === 'results.not-proven' ? (
          <p className="quiet">{t('explain.notProven')}</p>
        ) : (
          <LoadError error={told.error} onRetry={() => void told.refetch()} />
        )
      ) : null}
      {upper.length > 0 ? <h3>{t('explain.steps')}</h3> : null}
      <ol className="explain-steps">
        {upper.map((step, at) => (
          <li key={`${step.step}-${at}`}>
            <StepLine step={step} />
          </li>
        ))}
      </ol>
      {marks.length > 0 ? (
        <>
          <h3>{t('explain.marks')}</h3>
          <MarkSteps steps={marks} />
        </>
      ) : null}
    </div>
  );
}

function StepLine({ step }: { step: Step }) {
  const language = useLanguage();
  return (
    <>
      <div className="explain-line">
        <span>{language === 'en' ? step.labelEn : step.labelZh}</span>
        <strong className="figures">{outputOf(step)}</strong>
      </div>
      <Inputs step={step} />
      {step.clause ? <ClauseLine clause={step.clause} /> : null}
    </>
  );
}

/** What went in, as name = value. */
function Inputs({ step }: { step: Step }) {
  if (step.inputs.length === 0) return null;
  return (
    <div className="explain-inputs figures">
      {step.inputs.map(({ name, value }, at) => (
        <span key={at}>
          {inputName(name)} <b>{inputValue(value)}</b>
        </span>
      ))}
    </div>
  );
}

/** The rule itself with its source and how well that was checked: an unverified one is named as such. */
function ClauseLine({ clause }: { clause: NonNullable<Step['clause']> }) {
  const t = useResultsText();
  const language = useLanguage();
  const verified = clause.grade === 'verified';
  return (
    <div className="explain-clause">
      <span>{language === 'en' ? clause.en : clause.zh}</span>
      <span className="explain-source">
        {clause.source}
        {clause.year === null ? null : ` · ${t('explain.year', { year: clause.year })}`}
        {' · '}
        <StateTag look={verified ? 'passed' : 'unknown'} quiet>
          {resultsWords.find(`explain.grade.${clause.grade}`) ?? clause.grade}
        </StateTag>
      </span>
    </div>
  );
}

/** Criteria and forms as headings with their sums, aspects below them. The steps come aspects first, sums after. */
function MarkSteps({ steps }: { steps: readonly Step[] }) {
  const language = useLanguage();
  const label = (step: Step) => (language === 'en' ? step.labelEn : step.labelZh);
  const criteria: { sum: Step | null; rows: Step[] }[] = [];
  let rows: Step[] = [];
  for (const step of steps) {
    if (step.step === 'criterion') {
      criteria.push({ sum: step, rows });
      rows = [];
    } else rows.push(step);
  }
  if (rows.length > 0) criteria.push({ sum: null, rows });
  return (
    <>
      {criteria.map(({ sum, rows: own }, at) => (
        <details key={at} className="explain-criterion" open={criteria.length <= 3}>
          <summary>
            <span>{sum ? label(sum) : null}</span>
            <strong className="figures">{sum ? outputOf(sum) : null}</strong>
          </summary>
          {own.map((step, row) => (
            <Fragment key={row}>
              <div
                className={step.step === 'subCriterion' ? 'explain-aspect explain-form' : 'explain-aspect'}
              >
                <span>{label(step)}</span>
                {step.step === 'aspect' ? <Inputs step={step} /> : null}
                <strong className="figures">{outputOf(step)}</strong>
              </div>
            </Fragment>
          ))}
        </details>
      ))}
    </>
  );
}

const outputOf = ({ step, output }: Step): string =>
  output === null ? notYet : step === 'award' ? awardText(output) : output;

const inputName = (name: string): string =>
  resultsWords.find(`input.${name}`) ?? resultsWords.find(`award.${name}`) ?? name;

const inputValue = (value: string): string => resultsWords.find(`value.${value}`) ?? value;

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { DutiesFigure, LowerFigure, ParticipationFigure } from './course-figures.js';
import { IndustriesFigure, MonthsFigure } from './distribution-figures.js';
import { KeyFigures } from './key-figures.js';
import { OccupationsFigure } from './occupations-figure.js';
import { PlacesFigure } from './places-figure.js';
import { PlanFigure, StatesFigure } from './plan-figure.js';
import { ReportsDrawer } from './reports-drawer.js';
import { ScopeBar } from './scope-bar.js';
import { useInsightText } from './words.js';
import { YearsFigure } from './years-figure.js';
import { queryOf, scopeOf, useYearScope, type YearInsight, type YearScope } from './year-scope.js';
import './insight.css';

/** 年度概览: pictures first, numbers on demand, the list behind each. */
export default function YearPage() {
  const { scope, change } = useYearScope();
  const year = useQuery({
    ...got('/api/v1/insight/year', { params: { query: scope } }),
    // The old year stays until the new one is there: no jump to an empty page.
    placeholderData: (before: YearInsight | undefined) => before,
  });
  return <Answered query={year}>{(answer) => <Year year={answer} onScope={change} />}</Answered>;
}

function Year({ year, onScope }: { year: YearInsight; onScope: (next: YearScope) => void }) {
  const t = useInsightText();
  const times = useTimes();
  const language = useLanguage();
  const [reporting, setReporting] = useState(false);
  const { totals } = year;
  const area = (language === 'en' && year.areaNameEn) || year.areaName;
  const level = t(`levels.${year.level}` as 'levels.county');
  const line = [
    `${area} · ${level}`,
    t('asOf', { time: times.show(year.asOf, 'dayTime'), code: year.versionCode }),
    totals.historic > 0 ? t('historic', { count: totals.historic }) : '',
    totals.demo > 0 ? t('demo', { count: totals.demo }) : '',
  ].filter(Boolean);
  const isEmpty = totals.applications === 0;
  const [latest] = year.choices.years.filter((one) => one !== year.planYear);
  return (
    <div className="insight">
      <PageHeader
        title={t('title', { year: year.planYear })}
        line={<span className="figures">{line.join(' · ')}</span>}
        actions={
          <>
            <Button icon={<Icon name="print" />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <Button
              icon={<Icon name="export" />}
              href={`/api/v1/insight/year.xlsx?${queryOf(scopeOf(year)).toString()}`}
            >
              {t('export')}
            </Button>
            <Button type="primary" icon={<Icon name="paper" />} onClick={() => setReporting(true)}>
              {t('report')}
            </Button>
          </>
        }
      />
      <ScopeBar year={year} onChange={onScope} />
      {isEmpty ? (
        <>
          <EmptyState
            icon="ranking"
            title={t('empty.title', { year: year.planYear })}
            line={t('empty.line')}
            action={
              latest === undefined ? null : (
                <GoButton to={`/insight?${queryOf({ ...scopeOf(year), year: latest }).toString()}`}>
                  {t('empty.go', { year: latest })}
                </GoButton>
              )
            }
          />
          <div className="figures-grid">
            <PlanFigure year={year} />
            <LowerFigure year={year} />
            <YearsFigure year={year} />
          </div>
        </>
      ) : (
        <>
          <KeyFigures year={year} />
          <div className="figures-grid">
            <PlanFigure year={year} />
            <StatesFigure year={year} />
            <PlacesFigure year={year} />
            <IndustriesFigure year={year} />
            <OccupationsFigure year={year} />
            <div className="figures-stack">
              <MonthsFigure year={year} />
              <ParticipationFigure year={year} />
            </div>
            <DutiesFigure year={year} />
            <LowerFigure year={year} />
            <YearsFigure year={year} />
          </div>
        </>
      )}
      <ReportsDrawer year={year} open={reporting} onClose={() => setReporting(false)} />
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import type { components } from '../api/schema.js';
import { DemoFlag } from './parts/demo-flag.js';
import { classOf, titleOf } from './types.js';
import { usePlansText } from './words.js';

type PublicPlans = components['schemas']['PublicPlanListDto'];

/** Published plans for everybody: by year, with a search over all of their contests. */
export default function PublicPlansPage() {
  const t = usePlansText();
  const frame = useFrameText();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const asked = useDeferredValue(search.trim());
  const plans = useQuery(
    got('/api/v1/public/plans', { params: { query: asked === '' ? {} : { q: asked } } }),
  );
  const look = (q: string) => setParams(q === '' ? {} : { q }, { replace: true });
  return (
    <>
      <title>{`${t('public.title')} · ${frame('brand')}`}</title>
      <header className="public-plan-head">
        <h1>{t('public.title')}</h1>
        <p className="quiet">{t('public.line')}</p>
        <Input
          className="public-plan-search"
          size="large"
          allowClear
          prefix={<Icon name="search" />}
          aria-label={t('public.search')}
          placeholder={t('public.search')}
          value={search}
          onChange={(change) => look(change.target.value)}
        />
      </header>
      <Answered query={plans}>
        {(list) =>
          asked === '' ? (
            <PlansByYear list={list} />
          ) : list.found.length === 0 ? (
            <EmptyState
              icon="search"
              title={t('public.noMatch', { search: asked })}
              action={<Button onClick={() => look('')}>{t('public.clear')}</Button>}
            />
          ) : (
            <Found list={list} />
          )
        }
      </Answered>
    </>
  );
}

function PlansByYear({ list }: { list: PublicPlans }) {
  const t = usePlansText();
  if (list.items.length === 0)
    return <EmptyState icon="publish" title={t('public.none')} line={t('public.noneLine')} />;
  const years = [...new Set(list.items.map(({ planYear }) => planYear))];
  return years.map((year) => (
    <section key={year} className="public-plan-year">
      <h2 className="figures">{t('public.year', { year })}</h2>
      <ul className="public-plan-cards">
        {list.items
          .filter(({ planYear }) => planYear === year)
          .map((plan) => (
            <li key={`${plan.level}${plan.divisionCode}`}>
              <Link
                className="public-plan-card"
                to={`/plans/${plan.level}/${plan.divisionCode}/${plan.planYear}`}
              >
                <strong>
                  {titleOf(t, plan)}
                  <DemoFlag demo={plan.demo} />
                </strong>
                <span className="quiet figures">{plan.documentNumber}</span>
                <span className="figures">
                  {[
                    ...(plan.classOne > 0 ? [t('public.one', { count: plan.classOne })] : []),
                    ...(plan.classTwo > 0 ? [t('public.two', { count: plan.classTwo })] : []),
                    ...(plan.unclassed > 0 ? [t('public.unclassed', { count: plan.unclassed })] : []),
                  ].join(' · ')}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
}

function Found({ list }: { list: PublicPlans }) {
  const t = usePlansText();
  return (
    <>
      <p role="status">
        {t('public.found', { count: list.found.length })}
        {list.found.length >= 200 ? <span className="quiet"> {t('public.foundMost')}</span> : null}
      </p>
      <ul className="public-plan-items">
        {list.found.map((hit) => (
          <li key={`${hit.level}${hit.divisionCode}${hit.planYear}${hit.class}${hit.number}`}>
            <h3>
              {hit.officialName}
              <DemoFlag demo={hit.demo} />
            </h3>
            <p>{hit.hosts}</p>
            <p className="quiet">{hit.occupations}</p>
            <p>
              <Link to={`/plans/${hit.level}/${hit.divisionCode}/${hit.planYear}`}>{titleOf(t, hit)}</Link>
              <span className="quiet figures">
                {' · '}
                {classOf(t, hit.class)} {hit.number}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { paperHref, usePlace } from './data.js';
import { ChangeTag } from './parts/change-tag.js';
import { DemoFlag } from './parts/demo-flag.js';
import { classOf, titleOf, type PublicPlan } from './types.js';
import { usePlansText } from './words.js';

/** A published plan for everybody: document, list, search, Excel, and every publication since. */
export default function PublicPlanPage() {
  const place = usePlace();
  const [params] = useSearchParams();
  const version = Number(params.get('version') ?? 0);
  const latest = useQuery({
    ...got('/api/v1/public/plans/{level}/{divisionCode}/{planYear}', { params: { path: place } }),
    enabled: version === 0,
  });
  const chosen = useQuery({
    ...got('/api/v1/public/plans/{level}/{divisionCode}/{planYear}/versions/{number}', {
      params: { path: { ...place, number: version } },
    }),
    enabled: version !== 0,
  });
  return (
    <Answered query={version === 0 ? latest : chosen}>{(plan) => <PublishedPlan plan={plan} />}</Answered>
  );
}

function PublishedPlan({ plan }: { plan: PublicPlan }) {
  const t = usePlansText();
  const frame = useFrameText();
  const times = useTimes();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const [latest] = plan.versions;
  const shown = plan.versions.find(({ number }) => number === plan.shown);
  const put = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <title>{`${titleOf(t, plan)} · ${frame('brand')}`}</title>
      <header className="public-plan-head">
        <p>
          <Link to="/plans">{t('public.back')}</Link>
        </p>
        <div className="public-plan-title">
          <h1>{titleOf(t, plan)}</h1>
          <DemoFlag demo={plan.demo} />
        </div>
        <dl className="public-plan-facts">
          <div>
            <dt>{t('public.document')}</dt>
            <dd className="figures">{shown?.documentNumber}</dd>
          </div>
          <div>
            <dt>{t('public.signedOn')}</dt>
            <dd className="figures">{shown?.signedOn}</dd>
          </div>
          {plan.authorityName ? (
            <div>
              <dt>{t('public.authority')}</dt>
              <dd>{plan.authorityName}</dd>
            </div>
          ) : null}
        </dl>
        <div className="public-plan-bar">
          <Input
            className="public-plan-search"
            allowClear
            prefix={<Icon name="search" />}
            aria-label={t('public.searchIn')}
            placeholder={t('public.searchIn')}
            value={search}
            onChange={(change) => put('q', change.target.value)}
          />
          <Button icon={<Icon name="export" />} href={paperHref(plan, plan.shown, 'list.xlsx', true)}>
            {t('public.excel')}
          </Button>
        </div>
      </header>
      {latest && latest.number !== plan.shown ? (
        <Alert
          type="warning"
          showIcon
          title={t('public.old', { number: plan.shown })}
          action={<Button onClick={() => put('version', '')}>{t('public.toLatest')}</Button>}
        />
      ) : null}
      {shown?.correctionNote ? <p className="public-plan-note">{shown.correctionNote}</p> : null}
      <Items plan={plan} search={search} onClear={() => put('q', '')} />
      <section className="page-section" aria-labelledby="versions">
        <h2 id="versions">{t('public.versions')}</h2>
        <ul className="version-list panel">
          {plan.versions.map((version) => (
            <li key={version.number}>
              <div className="version-facts">
                <strong className="figures">{version.documentNumber}</strong>
                <span>{version.title}</span>
                <span className="quiet figures">
                  {[
                    t('versions.publishedAt', { day: times.show(version.publishedAt, 'day') }),
                    t('versions.changes', {
                      added: version.added,
                      removed: version.removed,
                      corrected: version.corrected,
                    }),
                  ].join(' · ')}
                </span>
                {version.correctionNote ? <p>{version.correctionNote}</p> : null}
              </div>
              <div className="version-papers">
                {version.number === plan.shown ? (
                  <span className="quiet">{t('public.shown')}</span>
                ) : (
                  <Button
                    size="small"
                    onClick={() => {
                      put('version', version.number === latest?.number ? '' : String(version.number));
                      window.scrollTo({ top: 0 });
                    }}
                  >
                    {t('public.show')}
                  </Button>
                )}
                <Button size="small" href={paperHref(plan, version.number, 'list.xlsx', true)}>
                  {t('draft.list')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Items(props: { plan: PublicPlan; search: string; onClear: () => void }) {
  const t = usePlansText();
  const wanted = props.search.trim().toLowerCase();
  const first = props.plan.versions.some(
    ({ number, kind }) => number === props.plan.shown && kind === 'plan',
  );
  const items = props.plan.items.filter(({ officialName, hosts, occupations }) =>
    `${officialName} ${hosts} ${occupations}`.toLowerCase().includes(wanted),
  );
  if (items.length === 0)
    return (
      <EmptyState
        icon="search"
        title={t('public.noMatch', { search: props.search })}
        action={<Button onClick={props.onClear}>{t('public.clear')}</Button>}
      />
    );
  const classes = [...new Set(items.map((item) => item.class))];
  return classes.map((of) => {
    const own = items.filter((item) => item.class === of);
    return (
      <section key={of ?? 'none'} className="public-plan-class">
        <h2>
          {classOf(t, of)}
          <span className="quiet figures"> {own.filter(({ change }) => change !== 'removed').length}</span>
        </h2>
        <div className="public-plan-table" role="table" aria-label={classOf(t, of)}>
          <div role="row" className="public-plan-row public-plan-headings">
            <span role="columnheader">{t('public.number')}</span>
            <span role="columnheader">{t('items.name')}</span>
            <span role="columnheader">{t('public.hosts')}</span>
            <span role="columnheader">{t('public.occupations')}</span>
          </div>
          {own.map((item) => (
            <div
              role="row"
              key={`${item.class}${item.number}`}
              className={`public-plan-row${item.change === 'removed' ? ' line-removed' : ''}`}
            >
              <span role="cell" className="figures">
                {item.number}
              </span>
              <span role="cell" className="public-plan-name">
                {item.officialName}
                {!first && item.change !== 'kept' ? <ChangeTag change={item.change} note={null} /> : null}
                {item.note ? <span className="quiet line-notes">{item.note}</span> : null}
                {item.eventId ? <Link to={`/e/${item.eventId}`}>{t('public.event')}</Link> : null}
              </span>
              <span role="cell">{item.hosts}</span>
              <span role="cell" className="quiet">
                {item.occupations}
              </span>
            </div>
          ))}
        </div>
      </section>
    );
  });
}

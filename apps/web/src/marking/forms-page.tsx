import { useQuery } from '@tanstack/react-query';
import { Alert, Segmented } from 'antd';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { ByHand } from '../look/by-hand.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateShape } from '../parts/state-tag.js';
import { lookOf, stateOf, type MyFormState } from './form-state.js';
import type { MyForm, MyFormGroup } from './types.js';
import { useOutbox, useUnsent } from './use-outbox.js';
import { markingWords, useMarkingText } from './words.js';

const path = '/api/v1/events/{eventId}/my-forms';
const filters = ['all', 'open', 'spread', 'handedIn'] as const;
type Filter = (typeof filters)[number];

const matches: Record<Filter, (state: MyFormState) => boolean> = {
  all: () => true,
  open: (state) => state !== 'submitted' && state !== 'signed',
  spread: (state) => state === 'spread',
  handedIn: (state) => state === 'submitted' || state === 'signed',
};

/** A judge's forms: by day and sub-criterion, each work a target big enough for a thumb. */
export default function FormsPage() {
  const t = useMarkingText();
  const { id: eventId } = useEvent();
  const outbox = useOutbox();
  const unsent = useUnsent(outbox);
  const [search, setSearch] = useSearchParams();
  const forms = useQuery({ ...got(path, { params: { path: { eventId } } }), refetchInterval: 15_000 });
  const groups = useMemo(() => forms.data?.items ?? [], [forms.data]);
  const days = useMemo(() => [...new Set(groups.map(dayOf))].sort(), [groups]);
  if (forms.isPending) return <Loading />;
  if (forms.isError) return <LoadError error={forms.error} onRetry={() => void forms.refetch()} />;
  const filter = filters.find((one) => one === search.get('show')) ?? 'all';
  const day = search.get('day') ?? 'all';
  const choose = (key: string, value: string) =>
    setSearch(
      (now) => {
        if (value === 'all') now.delete(key);
        else now.set(key, value);
        return now;
      },
      { replace: true },
    );
  const shown = groups
    .filter((group) => day === 'all' || dayOf(group) === day)
    .map((group) => ({
      ...group,
      forms: group.forms.filter((form) => matches[filter](stateOf(form, group.aspectCount))),
    }))
    .filter((group) => group.forms.length > 0);
  const next = firstOpen(groups);
  return (
    <ByHand>
      <PageHeader
        title={t('forms.title')}
        line={t('forms.line')}
        actions={
          next ? (
            <GoButton type="primary" size="large" to={`/events/${eventId}/marking/${next.id}`}>
              {t(groups.some(isBegun) ? 'forms.goOn' : 'forms.start')}
            </GoButton>
          ) : null
        }
      />
      {unsent > 0 ? <Alert type="warning" showIcon title={t('forms.unsent', { count: unsent })} /> : null}
      {groups.length === 0 ? (
        <EmptyState icon="marking" title={t('forms.none')} line={t('forms.noneLine')} />
      ) : (
        <>
          <div className="my-forms-bar">
            {days.length > 1 ? (
              <Segmented
                value={day}
                onChange={(value) => choose('day', value)}
                options={[
                  { value: 'all', label: t('forms.all') },
                  ...days.map((one) => ({
                    value: one,
                    label: one === 'any' ? t('forms.anyDay') : t('forms.day', { day: one }),
                  })),
                ]}
              />
            ) : null}
            <Segmented
              value={filter}
              onChange={(value) => choose('show', value)}
              options={filters.map((one) => ({ value: one, label: t(`forms.${one}`) }))}
            />
          </div>
          {shown.length === 0 ? (
            <EmptyState
              icon="filter"
              title={t('forms.noneHere')}
              action={<GoButton to={`/events/${eventId}/forms`}>{t('forms.showAll')}</GoButton>}
            />
          ) : (
            shown.map((group) => <Group key={group.subCriterion.id} group={group} eventId={eventId} />)
          )}
        </>
      )}
    </ByHand>
  );
}

function Group({ group, eventId }: { group: MyFormGroup; eventId: string }) {
  const t = useMarkingText();
  const language = useLanguage();
  const done = group.forms.filter((form) => form.state !== 'open').length;
  const skill = language === 'en' && group.skillNameEn ? group.skillNameEn : group.skillName;
  const { subCriterion } = group;
  return (
    <section className="my-forms-group">
      <header>
        <h2>
          <span className="figures">{subCriterion.code}</span> {subCriterion.name}
        </h2>
        <span className="quiet">
          {skill}
          {subCriterion.dayOfMarking === null
            ? ''
            : ` · ${t('forms.day', { day: subCriterion.dayOfMarking })}`}
          {' · '}
          {t('forms.done', { done, count: group.forms.length })}
        </span>
      </header>
      <ul className="my-forms">
        {group.forms.map((form) => (
          <li key={form.id}>
            <FormTarget
              form={form}
              aspectCount={group.aspectCount}
              to={`/events/${eventId}/marking/${form.id}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FormTarget({ form, aspectCount, to }: { form: MyForm; aspectCount: number; to: string }) {
  const t = useMarkingText();
  const state = stateOf(form, aspectCount);
  return (
    <Link to={to} className={`my-form is-${state}`}>
      <span className="my-form-code code">{form.workCode}</span>
      {form.maker ? (
        <span className="quiet">
          {t('forms.maker', { delegation: form.maker.delegationName, entry: form.maker.entryNumber ?? '' })}
        </span>
      ) : null}
      <span className="my-form-state">
        <StateShape look={lookOf[state]} />
        {markingWords.find(`state.${state}`)}
        {form.state === 'open' ? (
          <span className="figures">
            {form.marked}/{aspectCount}
          </span>
        ) : null}
      </span>
    </Link>
  );
}

const dayOf = (group: MyFormGroup): string => String(group.subCriterion.dayOfMarking ?? 'any');
const isBegun = (group: MyFormGroup): boolean => group.forms.some(({ revision }) => revision > 0);

/** Where to go on: a spread first, then what is begun, then what is not. */
function firstOpen(groups: readonly MyFormGroup[]): MyForm | undefined {
  const open = groups.flatMap((group) =>
    group.forms.map((form) => ({ form, state: stateOf(form, group.aspectCount) })),
  );
  for (const wanted of ['spread', 'reopened', 'inProgress', 'ready', 'notStarted'] as const) {
    const found = open.find(({ state }) => state === wanted);
    if (found) return found.form;
  }
  return undefined;
}

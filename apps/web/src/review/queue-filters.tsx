import { Badge, Button, Checkbox, Input, Popover, Select } from 'antd';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useApplicationsText } from '../applications/words.js';
import { DivisionPicker } from '../catalogue/division-picker.js';
import { IndustryPicker } from '../catalogue/industry-picker.js';
import { Icon } from '../look/icons.js';
import type { DeskPage } from './types.js';
import { type DeskFilter, queues, type useDeskFilter } from './use-desk-filter.js';
import { useReviewText } from './words.js';

type Choose = ReturnType<typeof useDeskFilter>['choose'];

/** Queues with their counts, search, and the other filters behind one button. */
export function QueueFilters(props: {
  filter: DeskFilter;
  narrowed: number;
  page: DeskPage | undefined;
  choose: Choose;
  clear: () => void;
  search: RefObject<HTMLInputElement | null>;
}) {
  const t = useReviewText();
  const { filter, page, choose } = props;
  return (
    <div className="desk-filters">
      <div className="desk-queues" role="tablist" aria-label={t('queue.label')}>
        {queues.map((queue) => (
          <button
            key={queue}
            type="button"
            role="tab"
            aria-selected={filter.queue === queue}
            className="desk-queue"
            onClick={() => choose({ queue, state: null })}
          >
            {t(`queue.${queue}`)}
            <span className="desk-queue-count figures">{page ? page.counts[queue] : ''}</span>
          </button>
        ))}
      </div>
      <div className="desk-search">
        <SearchField value={filter.q ?? ''} onSearch={(q) => choose({ q })} field={props.search} />
        <Popover
          trigger="click"
          placement="bottomRight"
          content={<FilterForm {...props} />}
          title={t('filter.more')}
        >
          <Badge count={props.narrowed} size="small">
            <Button icon={<Icon name="filter" />} aria-label={t('filter.more')} />
          </Badge>
        </Popover>
      </div>
      {page && page.counts.overdue > 0 ? (
        <Checkbox
          checked={filter.overdue === 'true'}
          onChange={({ target }) => choose({ overdue: target.checked ? 'true' : null })}
        >
          {t('filter.overdue')} <span className="figures desk-overdue">{page.counts.overdue}</span>
        </Checkbox>
      ) : null}
    </div>
  );
}

/** Searches a moment after the last key. */
function SearchField({
  value,
  onSearch,
  field,
}: {
  value: string;
  onSearch: (q: string) => void;
  field: RefObject<HTMLInputElement | null>;
}) {
  const t = useReviewText();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onSearch(typed.trim());
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <Input
      allowClear
      prefix={<Icon name="search" />}
      aria-label={t('filter.q')}
      placeholder={t('filter.q')}
      value={typed}
      ref={(input) => {
        field.current = input?.input ?? null;
      }}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

function FilterForm({ filter, page, choose, clear }: Parameters<typeof QueueFilters>[0]) {
  const t = useReviewText();
  const a = useApplicationsText();
  const any = { value: '', label: t('filter.any') };
  const select = (
    key: 'year' | 'level' | 'class' | 'state' | 'findings',
    options: { value: string; label: string }[],
  ) => (
    <Select
      value={filter[key] ?? ''}
      options={[any, ...options]}
      onChange={(value) => choose({ [key]: value || null })}
      aria-label={t(`filter.${key}`)}
    />
  );
  const levels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;
  const findings = ['blocking', 'warning', 'unknown', 'clean'] as const;
  return (
    <div className="desk-filter-form">
      <label>
        {t('filter.year')}
        {select(
          'year',
          (page?.years ?? []).map((year) => ({ value: String(year), label: String(year) })),
        )}
      </label>
      <label>
        {t('filter.class')}
        {select('class', [
          { value: 'one', label: a('class.one') },
          { value: 'two', label: a('class.two') },
          { value: 'none', label: t('filter.noClass') },
        ])}
      </label>
      <label>
        {t('filter.level')}
        {select(
          'level',
          levels.map((level) => ({ value: level, label: a(`level.${level}`) })),
        )}
      </label>
      <label>
        {t('filter.findings')}
        {select(
          'findings',
          findings.map((one) => ({ value: one, label: t(`filter.${one}`) })),
        )}
      </label>
      <label>
        {t('filter.state')}
        {select(
          'state',
          (page?.states ?? []).map(({ state, count }) => ({
            value: state,
            label: `${a(`state.${state as DeskPage['items'][number]['state']}`)} ${count}`,
          })),
        )}
      </label>
      <label>
        {t('filter.place')}
        <DivisionPicker value={filter.place ?? null} onChange={(place) => choose({ place })} />
      </label>
      <label className="wide">
        {t('filter.industry')}
        <IndustryPicker value={filter.industry ?? null} onChange={(industry) => choose({ industry })} />
      </label>
      <Button className="wide" onClick={clear}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

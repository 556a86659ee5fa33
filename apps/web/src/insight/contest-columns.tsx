import { useMemo } from 'react';
import type { Column } from '../parts/data-table.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { insightWords, useInsightText } from './words.js';
import type { Contest } from './year-scope.js';

const looks: Record<string, StateLook> = {
  submitted: 'waiting',
  accepted: 'waiting',
  underReview: 'running',
  returned: 'warning',
  granted: 'passed',
  grantedWithConditions: 'passed',
  declined: 'ended',
  withdrawn: 'ended',
  revoked: 'blocking',
};

/** The columns of the list behind a figure. */
export function useContestColumns(): Column<Contest>[] {
  const t = useInsightText();
  return useMemo<Column<Contest>[]>(() => {
    const stateName = (state: string) => insightWords.find(`state.${state}`) ?? state;
    const count = (
      key: 'delegations' | 'entries' | 'competitors' | 'present' | 'awarded',
      hidden = false,
    ): Column<Contest> => ({
      key,
      title: t(`list.${key}`),
      value: (row) => (row.eventId ? row[key] : null),
      kind: 'count',
      total: 'sum',
      width: 90,
      hidden,
    });
    return [
      {
        key: 'name',
        title: t('list.name'),
        value: (row) => row.name,
        render: (row) => (
          <span className="contest-name">
            {row.name}
            {row.demo ? <span className="demo-flag">{t('list.demo')}</span> : null}
            {row.historic ? <span className="demo-flag">{t('list.historic')}</span> : null}
          </span>
        ),
        width: 340,
      },
      {
        key: 'class',
        title: t('list.class'),
        value: (row) => t(`class.${row.class}`),
        width: 110,
        filter: {
          options: (['one', 'two', 'none'] as const).map((value) => ({ value, text: t(`class.${value}`) })),
          of: (row) => row.class,
        },
      },
      {
        key: 'state',
        title: t('list.state'),
        value: (row) => stateName(row.state),
        render: (row) => (
          <StateTag look={looks[row.state] ?? 'unknown'} quiet>
            {stateName(row.state)}
          </StateTag>
        ),
        width: 130,
        filter: {
          options: Object.keys(looks).map((value) => ({ value, text: stateName(value) })),
          of: (row) => row.state,
        },
      },
      { key: 'lead', title: t('list.lead'), value: (row) => row.lead, width: 220 },
      {
        key: 'occupations',
        title: t('list.occupations'),
        value: (row) => row.occupations.join('、') || null,
        width: 240,
      },
      {
        key: 'industry',
        title: t('list.industry'),
        value: (row) => row.industryName,
        width: 150,
        hidden: true,
      },
      {
        key: 'place',
        title: t('list.place'),
        value: (row) => row.placeName,
        width: 120,
      },
      {
        key: 'applicantPlace',
        title: t('list.applicantPlace'),
        value: (row) => row.applicantPlaceName,
        width: 130,
        hidden: true,
      },
      {
        key: 'final',
        title: t('list.final'),
        value: (row) => row.finalFrom,
        render: (row) => <span className="figures">{row.finalFrom ?? '–'}</span>,
        width: 120,
      },
      {
        key: 'published',
        title: t('list.published'),
        value: (row) => (row.published ? t('list.yes') : null),
        width: 90,
      },
      count('delegations', true),
      count('entries', true),
      count('competitors'),
      count('present', true),
      count('awarded', true),
      {
        key: 'conditions',
        title: t('list.conditions'),
        value: (row) => row.conditionsOpen,
        kind: 'count',
        total: 'sum',
        width: 110,
        hidden: true,
      },
      {
        key: 'obligations',
        title: t('list.obligations'),
        value: (row) => row.obligationsOpen,
        render: (row) => (
          <span className="figures">
            {row.obligationsOpen}
            {row.obligationsOverdue > 0 ? (
              <span className="quiet">{` ${t('list.overdue', { count: row.obligationsOverdue })}`}</span>
            ) : null}
          </span>
        ),
        kind: 'count',
        total: 'sum',
        width: 110,
        hidden: true,
      },
    ];
  }, [t]);
}

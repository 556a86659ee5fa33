import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { api, take } from '../api/client.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatCount } from '../language/format.js';
import { EmptyState } from '../parts/empty-state.js';
import { BackTestTable } from './back-test-table.js';
import type { Pack } from './types.js';
import { useRulesText } from './words.js';

const over = ['applications', 'records'] as const;
const only = ['all', 'flips', 'declined', 'warned'] as const;
const page = 100;

/** A pack over the past: which decisions would be others. The choices stand in the address. */
export function BackTestView({ pack }: { pack: Pack }) {
  const t = useRulesText();
  const [params, setParams] = useSearchParams();
  const cases = over.find((one) => one === params.get('over')) ?? 'applications';
  const filter = only.find((one) => one === params.get('only')) ?? 'all';
  // The newest year is quick to read; all of them are asked for.
  const wanted = params.get('year');
  const year = Number(wanted) || undefined;
  const choose = (name: string, value: string | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const years = cases === 'records' || wanted === 'all' ? ('all' as const) : ('newest' as const);
  const query = { over: cases, only: filter, limit: page, years, ...(year ? { planYear: year } : {}) };
  const test = useInfiniteQuery({
    queryKey: ['/api/v1/rule-packs/{rulePackId}/back-test', pack.id, pack.version, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/rule-packs/{rulePackId}/back-test', {
          params: {
            path: { rulePackId: pack.id },
            query: { ...query, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const first = test.data?.pages[0];
  const rows = test.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="back-test">
      <p className="quiet">{t('test.line')}</p>
      <div className="back-test-bar">
        <Segmented
          aria-label={t('test.over')}
          value={cases}
          options={over.map((value) => ({ value, label: t(`test.${value}`) }))}
          onChange={(value) => setParams({ tab: 'backTest', over: value }, { replace: true })}
        />
        <Select
          aria-label={t('test.year')}
          value={String(year ?? first?.planYear ?? 'all')}
          onChange={(value: string) => choose('year', value)}
          options={[
            { value: 'all', label: t('test.allYears') },
            ...(first?.planYears ?? []).map((value) => ({ value: String(value), label: String(value) })),
          ]}
        />
        <Segmented
          aria-label={t('test.decision')}
          value={filter}
          options={only.map((value) => ({ value, label: t(`test.only.${value}`) }))}
          onChange={(value) => choose('only', value === 'all' ? undefined : value)}
        />
      </div>
      {test.isPending ? (
        <Loading />
      ) : test.isError && !first ? (
        <LoadError error={test.error} onRetry={() => void test.refetch()} />
      ) : first && first.counts.cases === 0 ? (
        <EmptyState icon="history" title={t('test.empty')} line={t('test.emptyLine')} />
      ) : first ? (
        <>
          <p className="back-test-sum" aria-live="polite">
            <strong>
              {first.counts.flips === 0
                ? t('test.noFlips')
                : t('test.flipCount', { count: first.counts.flips })}
            </strong>
            <span className="quiet figures">
              {t('test.counts', {
                cases: formatCount(first.counts.cases),
                granted: formatCount(first.counts.granted),
                declined: formatCount(first.counts.declined),
                warned: formatCount(first.counts.warned),
              })}
            </span>
          </p>
          {rows.length === 0 ? <p className="quiet">{t('test.none')}</p> : <BackTestTable rows={rows} />}
          {test.hasNextPage ? (
            <Button loading={test.isFetchingNextPage} onClick={() => void test.fetchNextPage()}>
              {t('test.more', { count: page })}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

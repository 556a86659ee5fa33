import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { api, take } from '../api/client.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { notYet } from '../language/format.js';
import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import type { Form, FormSave } from './types.js';
import { useMarkingText } from './words.js';

/** Every save of the form: who, when, from what to what. */
export function HistoryDialog({ form, onClose }: { form: Form; onClose: () => void }) {
  const t = useMarkingText();
  const path = { eventId: form.eventId, formId: form.id };
  const pages = useInfiniteQuery({
    queryKey: ['form-history', form.id, form.revision],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/events/{eventId}/forms/{formId}/history', {
          params: { path, query: { limit: 50, ...(pageParam === undefined ? {} : { after: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => (next === null ? undefined : Number(next)),
  });
  const saves = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Drawer open title={t('history.title')} size={480} onClose={onClose}>
      <p className="quiet">{t('history.line')}</p>
      {pages.isPending ? <Loading /> : null}
      {pages.isError ? <LoadError error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && saves.length === 0 ? <p>{t('history.none')}</p> : null}
      <ol className="save-history">
        {saves.map((save) => (
          <Save key={save.id} save={save} form={form} />
        ))}
      </ol>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('history.more')}
        </Button>
      ) : null}
    </Drawer>
  );
}

function Save({ save, form }: { save: FormSave; form: Form }) {
  const t = useMarkingText();
  const times = useTimes();
  const nameOf = (seat: number) => form.seats.find((one) => one.seat === seat)?.name;
  return (
    <li>
      <header>
        <strong>{save.by ?? notYet}</strong>
        <time className="quiet">{times.show(save.at, 'second')}</time>
        {save.source === 'tablet' ? null : (
          <StateTag look="unknown" quiet>
            {t(`history.source.${save.source}`)}
          </StateTag>
        )}
      </header>
      <ul>
        {save.values.map(({ aspectId, code, seat, earlier, value }) => (
          <li key={`${aspectId} ${seat}`} className="figures">
            {t('history.change', { code, earlier: earlier ?? notYet, value: value ?? notYet })}
            {seat > 0 ? (
              <span className="quiet"> {t('history.seat', { name: nameOf(seat) ?? seat })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import { reviewPaths, type DeskRow, type Outcomes } from './types.js';
import type { Undoable } from './undo-bar.js';
import { useReviewText } from './words.js';

/** Accepting many: first what would become of each, then exactly that, then the way back. */
export function BulkAcceptDialog(props: {
  rows: readonly DeskRow[];
  onClose: () => void;
  onDone: (done: Undoable) => void;
}) {
  const t = useReviewText();
  const body = { applications: props.rows.map(({ id, version }) => ({ id, version })) };
  const preview = useQuery({
    queryKey: ['acceptance-preview', body],
    gcTime: 0,
    queryFn: () => take(api.POST('/api/v1/review-desk/acceptance-previews', { body })),
  });
  const accept = useVerb({
    send: (_: null, key) =>
      take(api.POST('/api/v1/review-desk/acceptances', { body, headers: idempotencyKey(key) })),
    outdates: reviewPaths,
    onDone: (answer) => {
      const outcomes = answer as Outcomes;
      const done = outcomes.outcomes.filter((one) => one.done);
      props.onClose();
      props.onDone({
        id: done[0]?.id ?? '',
        said:
          outcomes.refused > 0
            ? t('bulk.doneBut', { count: outcomes.done, refused: outcomes.refused })
            : t('bulk.done', { count: outcomes.done }),
        undo:
          done.length > 0
            ? { kind: 'bulk', applications: done.map(({ id, version }) => ({ id, version: version ?? 1 })) }
            : null,
      });
    },
  });
  const count = preview.data?.done ?? 0;
  return (
    <Modal
      open
      width={680}
      title={t('bulk.title')}
      okText={t('bulk.verb', { count })}
      cancelText={t('bulk.cancel')}
      okButtonProps={{ disabled: count === 0, loading: accept.isPending }}
      onOk={() => accept.mutate(null)}
      onCancel={props.onClose}
    >
      <p className="quiet">{t('bulk.line')}</p>
      <Answered query={preview}>{(outcomes) => <OutcomeRows outcomes={outcomes} />}</Answered>
    </Modal>
  );
}

function OutcomeRows({ outcomes }: { outcomes: Outcomes }) {
  const t = useReviewText();
  const said = useSaid();
  const row = (one: Outcomes['outcomes'][number]) => (
    <li key={one.id} className="bulk-row">
      <div>
        <div>{one.name ?? t('bulk.unknown')}</div>
        <div className="quiet">{one.leadName}</div>
      </div>
      <div className="bulk-why">
        {one.message ? said(one.message) : null}
        {one.blocking > 0 ? (
          <StateTag look="blocking" quiet>
            {t('bulk.blocking', { count: one.blocking })}
          </StateTag>
        ) : null}
        {one.warnings > 0 ? (
          <StateTag look="warning" quiet>
            {t('bulk.warnings', { count: one.warnings })}
          </StateTag>
        ) : null}
      </div>
    </li>
  );
  const fine = outcomes.outcomes.filter((one) => one.done);
  const refused = outcomes.outcomes.filter((one) => !one.done);
  return (
    <>
      <h3>
        <StateTag look="passed">{t('bulk.accepted', { count: fine.length })}</StateTag>
      </h3>
      <ul className="bulk-rows">{fine.map(row)}</ul>
      {refused.length > 0 ? (
        <>
          <h3>
            <StateTag look="blocking">{t('bulk.refused', { count: refused.length })}</StateTag>
          </h3>
          <ul className="bulk-rows">{refused.map(row)}</ul>
        </>
      ) : null}
    </>
  );
}

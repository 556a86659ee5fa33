import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { Icon } from '../look/icons.js';
import { PreflightButton } from '../parts/preflight-button.js';
import { useRegistrationDoor } from './deadline.js';
import { ReasonDialog } from './reason-dialog.js';
import { entryPaths, type Entry } from './types.js';
import { useRegistrationText } from './words.js';

type Asked = 'return' | 'withdraw' | 'submitLate';

/** What may be done with an entry now, by this role: one primary button, the rest quieter. */
export function EntryActions({ entry, onEdit }: { entry: Entry; onEdit: () => void }) {
  const t = useRegistrationText();
  const event = useEvent();
  const { modal } = App.useApp();
  const { role } = useActiveRole();
  const door = useRegistrationDoor();
  const [asked, setAsked] = useState<Asked | null>(null);
  const verb = useEntryVerbs(entry);
  const organiser = role === 'organiser';
  const reviews = organiser || role === 'host';
  const withdrawn = entry.status === 'withdrawn';
  const before = event.stage === 'registration' || event.stage === 'preparation';
  const mending = entry.state === 'returned' && event.stage === 'registration';
  const late = organiser && door === 'closed' && !entry.lateReason && !mending;
  const submits =
    !withdrawn &&
    (entry.state === 'draft' || entry.state === 'returned') &&
    (role === 'teamLeader' || organiser);
  const edits =
    !withdrawn &&
    (organiser ||
      ((role === 'teamLeader' || role === 'coach') &&
        (mending || (entry.state === 'draft' && door === 'open'))));
  const more = [
    ...(!withdrawn &&
    before &&
    role !== 'host' &&
    role !== 'coach' &&
    (entry.status === 'entered' || entry.status === 'absent')
      ? [{ key: 'withdraw', danger: true, label: t('entry.withdraw'), onClick: () => setAsked('withdraw') }]
      : []),
    ...(withdrawn && before && (organiser || door === 'open')
      ? [
          {
            key: 'undo',
            label: t('entry.undoWithdraw'),
            onClick: () => verb.undoWithdrawal.mutate(undefined),
          },
        ]
      : []),
    ...(entry.state === 'submitted' && door === 'open' && (role === 'teamLeader' || organiser)
      ? [
          {
            key: 'recall',
            label: t('entry.recall'),
            onClick: () =>
              void modal.confirm({
                title: t('entry.recall'),
                content: t('entry.recallLine'),
                okText: t('entry.recall'),
                onOk: () => verb.recall.mutateAsync(undefined).catch(() => undefined),
              }),
          },
        ]
      : []),
  ];
  return (
    <>
      {more.length > 0 ? (
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button icon={<Icon name="menu" />}>{t('checkIn.more')}</Button>
        </Dropdown>
      ) : null}
      {edits ? (
        <Button icon={<Icon name="edit" />} onClick={onEdit}>
          {t('entry.edit')}
        </Button>
      ) : null}
      {reviews &&
      !withdrawn &&
      (entry.state === 'submitted' || (entry.state === 'accepted' && !entry.drawn)) ? (
        <Button onClick={() => setAsked('return')}>{t('entry.return')}</Button>
      ) : null}
      {reviews && !withdrawn && entry.state === 'submitted' ? (
        <PreflightButton
          label={t('entry.accept')}
          preflight={entry.findings}
          busy={verb.accept.isPending}
          onClick={() =>
            verb.accept.mutateAsync(undefined).then(
              () => undefined,
              () => undefined,
            )
          }
        />
      ) : null}
      {submits ? (
        <PreflightButton
          label={t('entry.submit')}
          preflight={entry.findings}
          busy={verb.submit.isPending}
          onClick={() =>
            late
              ? setAsked('submitLate')
              : verb.submit.mutateAsync(null).then(
                  () => undefined,
                  () => undefined,
                )
          }
        />
      ) : null}
      <ReasonDialog
        open={asked === 'return'}
        title={t('entry.returnTitle')}
        label={t('entries.returnReason')}
        verb={t('entry.return')}
        busy={verb.giveBack.isPending}
        onReason={(reason) =>
          void verb.giveBack.mutateAsync(reason).then(
            () => setAsked(null),
            () => undefined,
          )
        }
        onClose={() => setAsked(null)}
      />
      <ReasonDialog
        open={asked === 'withdraw'}
        title={t('entry.withdrawTitle')}
        line={t('entry.withdrawLine')}
        label={t('field.reason')}
        verb={t('entry.withdraw')}
        presets={[
          t('entry.reasonPresets.injury'),
          t('entry.reasonPresets.unit'),
          t('entry.reasonPresets.conflict'),
          t('entry.reasonPresets.mistake'),
        ]}
        busy={verb.withdraw.isPending}
        onReason={(reason) =>
          void verb.withdraw.mutateAsync(reason).then(
            () => setAsked(null),
            () => undefined,
          )
        }
        onClose={() => setAsked(null)}
      />
      <ReasonDialog
        open={asked === 'submitLate'}
        title={t('entry.submit')}
        line={t('entry.lateReasonLine')}
        label={t('entry.lateReason')}
        verb={t('entry.submit')}
        busy={verb.submit.isPending}
        onReason={(reason) =>
          void verb.submit.mutateAsync(reason).then(
            () => setAsked(null),
            () => undefined,
          )
        }
        onClose={() => setAsked(null)}
      />
    </>
  );
}

/** The verbs of one entry, each on the version that is shown. */
function useEntryVerbs(entry: Entry) {
  const t = useRegistrationText();
  const event = useEvent();
  const at = { params: { path: { eventId: event.id, entryId: entry.id } }, headers: ifMatch(entry.version) };
  const verb = { outdates: entryPaths };
  return {
    submit: useVerb({
      ...verb,
      said: t('entry.submitted'),
      send: (lateReason: string | null) =>
        take(
          api.PUT('/api/v1/events/{eventId}/entries/{entryId}/submission', { ...at, body: { lateReason } }),
        ),
    }),
    recall: useVerb({
      ...verb,
      said: t('entry.recalled'),
      send: () => take(api.DELETE('/api/v1/events/{eventId}/entries/{entryId}/submission', at)),
    }),
    accept: useVerb({
      ...verb,
      said: t('entry.accepted'),
      send: () => take(api.PUT('/api/v1/events/{eventId}/entries/{entryId}/acceptance', at)),
    }),
    giveBack: useVerb({
      ...verb,
      said: t('entry.returnedDone'),
      send: (reason: string) =>
        take(api.PUT('/api/v1/events/{eventId}/entries/{entryId}/return', { ...at, body: { reason } })),
    }),
    withdraw: useVerb({
      ...verb,
      said: t('entry.withdrawn'),
      send: (reason: string) =>
        take(api.PUT('/api/v1/events/{eventId}/entries/{entryId}/withdrawal', { ...at, body: { reason } })),
    }),
    undoWithdrawal: useVerb({
      ...verb,
      said: t('entry.withdrawalUndone'),
      send: () => take(api.DELETE('/api/v1/events/{eventId}/entries/{entryId}/withdrawal', at)),
    }),
  };
}

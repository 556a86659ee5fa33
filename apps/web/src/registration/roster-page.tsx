import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { useSession } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { Icon } from '../look/icons.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { Deadline } from './deadline.js';
import { RosterDone } from './roster-done.js';
import { RosterResult } from './roster-result.js';
import { rosterBody, type RosterWish } from './roster-wish.js';
import type { RosterPreview } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

/** A roster imported: choose or paste, look at the preview, correct the columns, import whole. */
export default function RosterPage() {
  const t = useRegistrationText();
  const event = useEvent();
  const { role } = useActiveRole();
  const session = useSession();
  const [wish, setWish] = useState<RosterWish | null>(null);
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [done, setDone] = useState<{ counts: RosterPreview['counts']; submitted: boolean } | null>(null);
  const [delegationId, setDelegationId] = useState<string | null>(null);
  const delegations = useQuery(
    got('/api/v1/events/{eventId}/delegations', {
      params: { path: { eventId: event.id }, query: { limit: 500 } },
    }),
  );
  const organiser = role === 'organiser';
  const own = session.roles.find(
    (grant) => grant.eventId === event.id && grant.role === role && grant.delegationId,
  )?.delegationId;
  const ownName = delegations.data?.items.find(({ id }) => id === own)?.name;
  const look = useVerb({
    send: (next: RosterWish) =>
      take(
        api.POST('/api/v1/events/{eventId}/roster-previews', {
          params: { path: { eventId: event.id } },
          ...rosterBody(next),
        }),
      ),
    onDone: (found, next) => {
      setWish(next);
      setPreview(found);
      setDone(null);
    },
  });
  const begin = (source: RosterWish['source']) =>
    look.mutateAsync({ source, mapping: null, delegationId: organiser ? delegationId : (own ?? null) }).then(
      () => undefined,
      () => undefined,
    );
  const again = () => {
    setWish(null);
    setPreview(null);
    setDone(null);
  };
  return (
    <>
      <EventHeader
        title={t('roster.title')}
        crumbs={[{ label: t('entries.title'), to: `/events/${event.id}/entries` }]}
        line={<Deadline />}
        withStages={false}
        actions={
          preview || done ? (
            <Button icon={<Icon name="refresh" />} onClick={again}>
              {t('roster.again')}
            </Button>
          ) : null
        }
      />
      {done ? (
        <RosterDone counts={done.counts} submitted={done.submitted} />
      ) : preview && wish ? (
        <RosterResult
          preview={preview}
          wish={wish}
          looking={look.isPending}
          onLook={(next) => look.mutate(next)}
          onDone={(counts, submitted) => setDone({ counts, submitted })}
        />
      ) : (
        <div className="reading-page">
          <p>{t('roster.line')}</p>
          {organiser ? (
            <label className="stacked-label">
              {t('roster.whose')}
              <Select<string>
                value={delegationId ?? ''}
                onChange={(id) => setDelegationId(id || null)}
                showSearch={{ optionFilterProp: 'label' }}
                options={[
                  { value: '', label: t('roster.byColumn') },
                  ...(delegations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </label>
          ) : ownName ? (
            <p>{t('roster.lineLeader', { delegation: ownName })}</p>
          ) : null}
          <div className="page-section">
            <UploadDrop
              accept=".xlsx,.csv,.tsv,.txt"
              onFile={(file) => begin({ file })}
              onPaste={(text) => begin({ text })}
              hint={
                <a href={`/api/v1/events/${event.id}/roster-template.xlsx`} download>
                  <Icon name="export" /> {t('roster.template')}
                </a>
              }
            />
          </div>
        </div>
      )}
    </>
  );
}

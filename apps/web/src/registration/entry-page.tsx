import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { FindingList } from '../parts/finding-list.js';
import { StateTag } from '../parts/state-tag.js';
import { CompetitorTable } from './competitor-table.js';
import { Deadline } from './deadline.js';
import { EntryActions } from './entry-actions.js';
import { EntryEditor } from './entry-editor.js';
import { stateLooks, statusLooks } from './looks.js';
import type { Entry } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

/** One entry: its people, what is wrong with it, where it stands, and what may be done with it. */
export default function EntryPage() {
  const event = useEvent();
  const { entryId = '' } = useParams();
  const entry = useQuery(
    got('/api/v1/events/{eventId}/entries/{entryId}', { params: { path: { eventId: event.id, entryId } } }),
  );
  if (entry.isError && !entry.data)
    return <LoadError error={entry.error} onRetry={() => void entry.refetch()} />;
  if (!entry.data) return <Loading />;
  return <EntryView entry={entry.data} />;
}

function EntryView({ entry }: { entry: Entry }) {
  const t = useRegistrationText();
  const language = useLanguage();
  const times = useTimes();
  const event = useEvent();
  const [editing, setEditing] = useState(false);
  const title = entry.competitors.map(({ name }) => name).join('、') || entry.teamName || t('entry.title');
  const skill = `${entry.skillCode} ${language === 'en' && entry.skillNameEn ? entry.skillNameEn : entry.skillName}`;
  return (
    <>
      <EventHeader
        title={title}
        crumbs={[{ label: t('entries.title'), to: `/events/${event.id}/entries` }]}
        tag={
          <>
            <StateTag look={stateLooks[entry.state]}>{t(`state.${entry.state}`)}</StateTag>
            {entry.status === 'entered' ? null : (
              <StateTag look={statusLooks[entry.status]}>{t(`status.${entry.status}`)}</StateTag>
            )}
            {entry.lateReason ? <StateTag look="unknown">{t('entry.lateTag')}</StateTag> : null}
          </>
        }
        line={[entry.delegationName, skill, entry.groupName, entry.teamName].filter(Boolean).join(' · ')}
        actions={editing ? null : <EntryActions entry={entry} onEdit={() => setEditing(true)} />}
        history={{ eventId: event.id, subjectType: 'entry', subjectId: entry.id }}
        withStages={false}
      />
      <div className="entry-columns">
        <div>
          <div className="entry-notes">
            {entry.state === 'returned' && entry.returnReason ? (
              <Alert type="warning" showIcon title={t('entry.returned')} description={entry.returnReason} />
            ) : null}
            {entry.statusReason ? (
              <Alert type="info" showIcon title={t('entry.statusReason')} description={entry.statusReason} />
            ) : null}
            {entry.lateReason ? (
              <Alert type="info" showIcon title={t('entry.late')} description={entry.lateReason} />
            ) : null}
          </div>
          {editing ? (
            <EntryEditor entry={entry} onClose={() => setEditing(false)} />
          ) : (
            <CompetitorTable entry={entry} />
          )}
        </div>
        <aside>
          <section className="panel" aria-labelledby="entry-findings">
            <h2 id="entry-findings">{t('entry.findings')}</h2>
            {entry.findings.length > 0 ? (
              <FindingList findings={entry.findings} />
            ) : (
              <p>
                <StateTag look="passed" quiet>
                  {t('entry.allPassed')}
                </StateTag>
              </p>
            )}
            <dl className="entry-facts">
              <dt>{t('field.entryNumber')}</dt>
              <dd className="figures">{entry.entryNumber ?? '–'}</dd>
              <dt>{t('entry.submittedAt')}</dt>
              <dd className="figures">{times.show(entry.submittedAt)}</dd>
              <dt>{t('entry.reviewedAt')}</dt>
              <dd className="figures">{times.show(entry.reviewedAt)}</dd>
            </dl>
            <Deadline />
          </section>
        </aside>
      </div>
    </>
  );
}

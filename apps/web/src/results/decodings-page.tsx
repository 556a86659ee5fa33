import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { ConfirmTyped } from '../parts/confirm-typed.js';
import { EmptyState } from '../parts/empty-state.js';
import { FindingList } from '../parts/finding-list.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { DecodingFacts, DecodingTag, missingFindings } from './decoding-panel.js';
import type { LinkedSkill } from './skill-links.js';
import { useResultsText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/decoding';

/** The decoding of every skill in reach: what is missing, who opened it, and the supervisor's witness. */
export default function DecodingsPage() {
  const t = useResultsText();
  const { id: eventId } = useEvent();
  const skills = useQuery(got('/api/v1/events/{eventId}/skills', { params: { path: { eventId } } }));
  if (skills.isPending) return <Loading />;
  if (skills.isError) return <LoadError error={skills.error} onRetry={() => void skills.refetch()} />;
  return (
    <div className="reading-page">
      <PageHeader title={t('nav.decodings')} line={t('decoding.line')} />
      {skills.data.items.length === 0 ? (
        <EmptyState icon="unlock" title={t('decoding.none')} line={t('decoding.noneLine')} />
      ) : (
        skills.data.items.map((skill) => <OneDecoding key={skill.id} eventId={eventId} skill={skill} />)
      )}
    </div>
  );
}

function OneDecoding({ eventId, skill }: { eventId: string; skill: LinkedSkill }) {
  const t = useResultsText();
  const language = useLanguage();
  const { role } = useActiveRole();
  const [asked, setAsked] = useState(false);
  const decoding = useQuery({
    ...got(path, { params: { path: { eventId, skillId: skill.id } } }),
    refetchInterval: 15_000,
  });
  const witness = useVerb({
    send: (_wish: null) =>
      take(
        api.PUT('/api/v1/events/{eventId}/skills/{skillId}/decoding/witness', {
          params: { path: { eventId, skillId: skill.id } },
        }),
      ),
    outdates: [path, '/api/v1/home'],
    said: t('decoding.witnessDone'),
    onDone: () => setAsked(false),
    onProblem: () => setAsked(false),
  });
  const name = language === 'en' && skill.nameEn ? skill.nameEn : skill.name;
  const state = decoding.data?.state;
  return (
    <section className="panel decoding-card" aria-label={name}>
      <div className="section-head">
        <h2>
          {name} {state ? <DecodingTag state={state} /> : null}
        </h2>
        {state === 'opened' && role === 'supervisor' ? (
          <Button type="primary" onClick={() => setAsked(true)}>
            {t('decoding.witness')}
          </Button>
        ) : null}
        {state === 'witnessed' ? (
          <GoButton to={`/events/${eventId}/skills/${skill.id}/results`}>{t('decoding.results')}</GoButton>
        ) : null}
      </div>
      {decoding.isPending ? <Loading /> : null}
      {decoding.isError ? <LoadError error={decoding.error} onRetry={() => void decoding.refetch()} /> : null}
      {decoding.data ? (
        <>
          <DecodingFacts decoding={decoding.data} />
          {state === 'closed' && decoding.data.missing.length === 0 ? (
            <p className="quiet">{t('decoding.waitingFor')}</p>
          ) : null}
          {state !== 'witnessed' && decoding.data.missing.length > 0 ? (
            <>
              <p>{t('decoding.missing', { count: decoding.data.missing.length })}</p>
              <FindingList
                findings={missingFindings(decoding.data).map((finding) =>
                  role === 'chiefJudge' ? finding : { ...finding, href: null },
                )}
              />
            </>
          ) : null}
        </>
      ) : null}
      <ConfirmTyped
        open={asked}
        title={t('decoding.witnessTitle', { skill: name })}
        word={t('decoding.witnessWord')}
        verb={t('decoding.witness')}
        onConfirm={async () => {
          await witness.mutateAsync(null).catch(() => undefined);
        }}
        onCancel={() => setAsked(false)}
      >
        <p>{t('decoding.witnessLine')}</p>
      </ConfirmTyped>
    </section>
  );
}

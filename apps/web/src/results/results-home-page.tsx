import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { SkillLinks } from './skill-links.js';
import type { Publishable } from './types.js';
import { useResultsText } from './words.js';

/** Every skill with where its results stand. */
export default function ResultsHomePage() {
  const t = useResultsText();
  const { id: eventId } = useEvent();
  const skills = useQuery(got('/api/v1/events/{eventId}/publishable', { params: { path: { eventId } } }));
  if (skills.isPending) return <Loading />;
  if (skills.isError) return <LoadError error={skills.error} onRetry={() => void skills.refetch()} />;
  const items = skills.data.items.map((skill) => ({
    ...skill,
    id: skill.skillId,
    name: skill.skillName,
    nameEn: skill.skillNameEn,
  }));
  return (
    <div className="reading-page">
      <PageHeader title={t('results.homeTitle')} line={t('results.homeLine')} />
      {items.length === 0 ? (
        <EmptyState icon="medal" title={t('decoding.none')} line={t('decoding.noneLine')} />
      ) : (
        <SkillLinks
          skills={items}
          to={(id) => `/events/${eventId}/skills/${id}/results`}
          say={(skill) => <Standing skill={skill} />}
        />
      )}
    </div>
  );
}

/** Where one skill's results stand, in words. */
export function Standing({ skill }: { skill: Publishable }) {
  const t = useResultsText();
  if (skill.published)
    return (
      <StateTag look={skill.published === 'final' ? 'passed' : 'running'}>
        {t(`kind.${skill.published}`)} · {t('publish.published', { version: skill.publishedVersion ?? 0 })}
      </StateTag>
    );
  if (skill.missing.length === 0) return <StateTag look="passed">{t('publish.ready')}</StateTag>;
  return <StateTag look="waiting">{t('publish.waiting', { count: skill.missing.length })}</StateTag>;
}

import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { SkillLinks } from '../results/skill-links.js';
import { useFloorText } from './words.js';

/** The skills of a floor judge; with one only, straight to its floor. */
export default function FloorHomePage() {
  const t = useFloorText();
  const { id: eventId } = useEvent();
  const skills = useQuery(got('/api/v1/events/{eventId}/skills', { params: { path: { eventId } } }));
  if (skills.isPending) return <Loading />;
  if (skills.isError) return <LoadError error={skills.error} onRetry={() => void skills.refetch()} />;
  const { items } = skills.data;
  const [only] = items;
  if (only && items.length === 1) return <Navigate to={`/events/${eventId}/floor/${only.id}`} replace />;
  return (
    <div className="reading-page">
      <PageHeader title={t('nav.floor')} line={t('home.line')} />
      {items.length === 0 ? (
        <EmptyState icon="timer" title={t('home.none')} />
      ) : (
        <SkillLinks skills={items} to={(id) => `/events/${eventId}/floor/${id}`} />
      )}
    </div>
  );
}

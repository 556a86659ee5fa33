import { type Finding, finding, type StageCheck } from '@luban/events';
import type { EntityManager } from 'typeorm';
import { candidates } from './publications.service.js';

/**
 * Before an event enters `provisional` every skill has published results, and before it enters `final` final ones of
 * its latest version.
 */
export const resultStageChecks: StageCheck[] = [
  {
    code: 'results.published',
    stages: ['provisional', 'final'],
    run: (tx, eventId) => checkPublished(tx, eventId),
  },
  {
    code: 'results.final',
    stages: ['final'],
    run: (tx, eventId) => checkFinal(tx, eventId),
  },
];

async function checkPublished(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const skills = await candidates(tx, eventId);
  const open = skills.filter((skill) => skill.published === null);
  if (open.length === 0) return [finding('passed', 'results.all-published', { count: skills.length })];
  const names = open.map((skill) => skill.skillName).join('、');
  return [finding('blocking', 'results.unpublished', { names }, `/events/${eventId}/publication`)];
}

async function checkFinal(tx: EntityManager, eventId: string): Promise<Finding[]> {
  const skills = await candidates(tx, eventId);
  const open = skills.filter(
    (skill) => skill.published !== 'final' || skill.publishedVersion !== skill.latestVersion,
  );
  if (open.length === 0) return [finding('passed', 'results.all-final', { count: skills.length })];
  const names = open.map((skill) => skill.skillName).join('、');
  return [finding('blocking', 'results.not-final', { names }, `/events/${eventId}/publication`)];
}

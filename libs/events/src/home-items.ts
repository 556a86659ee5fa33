import type { Actor } from '@luban/audit';
import type { HomeItem } from '@luban/identity';
import { say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { rolesIn } from './reads.js';
import { runStageChecks } from './stage-checks.js';
import { nextStages, type Transition } from './stages.js';

/** More events than this nobody runs at once; the rest is in the list of events. */
const eventsMost = 20;
const hourMs = 3_600_000;

/** What waits for those who run events: the next stage of each, with how much is missing before it can be entered. */
export async function eventsHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  const mine = actor.grants.filter(
    ({ role, eventId }) => (role === 'host' || role === 'organiser') && eventId !== null,
  );
  const eventIds = [...new Set(mine.map(({ eventId }) => eventId as string))];
  if (eventIds.length === 0) return [];
  const events: CompetitionEvent[] = await tx
    .createQueryBuilder(CompetitionEvent, 'e')
    .where('e.id = ANY(:eventIds)', { eventIds })
    .andWhere(`e.stage <> 'final'`)
    .orderBy('e.startsOn', 'ASC')
    .take(eventsMost)
    .getMany();
  const items: HomeItem[] = [];
  for (const event of events) items.push(...(await itemsOf(actor, tx, event, now)));
  return items;
}

async function itemsOf(
  actor: Actor,
  tx: EntityManager,
  event: CompetitionEvent,
  now: Date,
): Promise<HomeItem[]> {
  const roles = rolesIn(actor, event.id);
  const way = nextStages(event.stage, roles).find(({ direction }) => direction === 'forward');
  if (!way) return [];
  const findings = await runStageChecks(tx, event.id, way.to, way.direction);
  const missing = findings.filter(({ severity }) => severity === 'blocking').length;
  const due = dueAt(event);
  const params = {
    event: event.name,
    eventEn: event.nameEn ?? event.name,
    actionZh: way.action.zh,
    actionEn: way.action.en,
    missing,
  };
  const code = missing > 0 ? 'events.next-stage-missing' : 'events.next-stage';
  return whose(way, roles).map((role) => ({
    code,
    params,
    message: say(code, params),
    href: `/events/${event.id}`,
    dueAt: due?.toISOString() ?? null,
    urgency: urgencyOf(due, now),
    eventId: event.id,
    role,
  }));
}

const whose = (way: Transition, roles: readonly string[]) =>
  (['host', 'organiser'] as const).filter((role) => way.roles.includes(role) && roles.includes(role));

/** When the next step is due, where the event says so. */
function dueAt({
  stage,
  registrationOpensAt,
  registrationClosesAt,
  startsOn,
}: CompetitionEvent): Date | null {
  if (stage === 'draft') return registrationOpensAt;
  if (stage === 'registration') return registrationClosesAt;
  return stage === 'preparation' ? new Date(`${startsOn}T00:00:00Z`) : null;
}

function urgencyOf(due: Date | null, now: Date): HomeItem['urgency'] {
  if (!due) return 'later';
  const hours = (due.getTime() - now.getTime()) / hourMs;
  if (hours < 24) return 'now';
  return hours < 7 * 24 ? 'soon' : 'later';
}

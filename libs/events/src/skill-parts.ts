import { isId, NotFound } from '@luban/platform';
import type { EntityManager, EntityTarget } from 'typeorm';
import { Group } from './group.entity.js';
import { Module } from './module.entity.js';
import { Session } from './session.entity.js';
import type { SetUpPart } from './set-up-rules.js';
import { Workstation } from './workstation.entity.js';

export type PartKind = 'group' | 'module' | 'session' | 'workstation';
type PartRow = Group | Module | Session | Workstation;

/** What a skill is made of: its table, and by which rule it is changed. */
export const partKinds: Readonly<Record<PartKind, { entity: EntityTarget<PartRow>; part: SetUpPart }>> = {
  group: { entity: Group, part: 'groups' },
  module: { entity: Module, part: 'modules' },
  session: { entity: Session, part: 'sessions' },
  workstation: { entity: Workstation, part: 'workstations' },
};

/** A part of this very skill; otherwise `NotFound`. */
export async function partOf(
  tx: EntityManager,
  kind: PartKind,
  eventId: string,
  skillId: string,
  id: string,
): Promise<PartRow> {
  const row = isId(id) ? await tx.findOneBy(partKinds[kind].entity, { eventId, skillId, id }) : null;
  if (!row) throw new NotFound(`events.${kind}-not-found`, { id });
  return row;
}

import { type Actor, systemActor } from '@luban/audit';
import { governs, grantsFor, jurisdictionsFor } from '@luban/identity';
import { Denied } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import './messages.js';

const wholeCountry = { level: 'nationalIndustry', divisionCode: '000000' } as const;

/** Whether the actor may import: the ministry's reviewers and administrators; no bureau changes what all rely on. */
export async function mayImport(tx: EntityManager, actor: Actor): Promise<boolean> {
  if (actor === systemActor) return true;
  const grants = grantsFor(actor, 'catalogue.import');
  if (grants.some(({ role }) => role === 'administrator')) return true;
  const own = await jurisdictionsFor(tx, actor, 'catalogue.import');
  return own.some((area) => governs(area, wholeCountry));
}

/** Throws `Denied` `catalogue.ministry-only`. */
export async function assertMayImport(tx: EntityManager, actor: Actor): Promise<void> {
  if (!(await mayImport(tx, actor))) throw new Denied('catalogue.ministry-only');
}

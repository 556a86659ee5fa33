import { Invalid, newId, say, type MessageParams } from '@luban/platform';
import { occupationsByCode } from '@luban/catalogue';
import type { Organisation } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import type { OccupationWishDto, PartyWishDto } from './application.dto.js';
import type { StatedOccupation, StatedParty } from './application-statement.js';
import './application-messages.js';

/** A field that cannot be used, with its path. */
export interface Fault {
  path: string;
  code: string;
  params?: MessageParams;
}

/** Refuses a request, naming every bad field. 400. */
export function assertFit(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  const errors = faults.map(({ path, code, params }) => ({ path, code, message: say(code, params) }));
  throw new Invalid(first.code, first.params, { errors });
}

/** The lead and the other parties as wished: registered organisations by their own name and kind. */
export async function partiesFrom(
  tx: EntityManager,
  lead: StatedParty,
  wishes: readonly PartyWishDto[],
  faults: Fault[],
): Promise<StatedParty[]> {
  const ids = wishes.map(({ organisationId }) => organisationId).filter((id) => id != null);
  const rows: Pick<Organisation, 'id' | 'name' | 'kind'>[] = await tx.query(
    `SELECT id, name, kind FROM organisation WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const parties: StatedParty[] = [lead];
  wishes.forEach((wish, index) => {
    const path = `parties.${index}`;
    if (wish.part === 'lead') {
      if (wish.organisationId !== lead.organisationId)
        faults.push({ path: `${path}.part`, code: 'approvals.lead-is-fixed' });
      return;
    }
    const organisation = wish.organisationId ? known.get(wish.organisationId) : undefined;
    if (wish.organisationId && !organisation)
      faults.push({ path: `${path}.organisationId`, code: 'approvals.organisation-not-found' });
    const party: StatedParty = {
      id: newId(),
      position: parties.length,
      organisationId: organisation?.id ?? null,
      name: (organisation?.name ?? wish.name).trim(),
      kind: organisation?.kind ?? wish.kind,
      part: wish.part,
    };
    if (parties.some(({ name, part }) => name === party.name && part === party.part))
      faults.push({ path, code: 'approvals.party-twice', params: { name: party.name } });
    parties.push(party);
  });
  return parties;
}

/** The occupations as wished: names of the catalogue where it has their edition; rows keep their ids. */
export async function occupationsFrom(
  tx: EntityManager,
  standing: readonly StatedOccupation[],
  wishes: readonly OccupationWishDto[],
  faults: Fault[],
): Promise<StatedOccupation[]> {
  const coded = wishes.flatMap(({ edition, code }) => (edition && code ? [{ edition, code }] : []));
  const found = await occupationsByCode(tx, coded);
  const byCode = new Map(found.map((row) => [`${row.edition} ${row.code}`, row]));
  const editions: { edition: string }[] = await tx.query(
    `SELECT w.edition FROM unnest($1::text[]) AS w (edition)
      WHERE EXISTS (SELECT 1 FROM occupation o WHERE o.edition = w.edition)`,
    [[...new Set(coded.map(({ edition }) => edition))]],
  );
  const loaded = new Set(editions.map(({ edition }) => edition));
  const left = [...standing];
  const seen = new Set<string>();
  return wishes.map((wish, position) => {
    const path = `occupations.${position}`;
    const catalogued = byCode.get(`${wish.edition} ${wish.code}`);
    if (Boolean(wish.code) !== Boolean(wish.edition))
      faults.push({ path: `${path}.edition`, code: 'approvals.code-needs-edition' });
    if (wish.edition && wish.code && loaded.has(wish.edition) && catalogued?.level !== 4) {
      const params = { edition: wish.edition, code: wish.code };
      faults.push({ path: `${path}.code`, code: 'approvals.occupation-unknown', params });
    }
    const name = (catalogued?.name ?? wish.name).trim();
    const detail = wish.detail?.trim() || null;
    const same = `${name}|${detail ?? ''}`;
    if (seen.has(same)) faults.push({ path, code: 'approvals.occupation-twice', params: { name } });
    seen.add(same);
    const row: StatedOccupation = {
      id: '',
      position,
      edition: wish.edition ?? null,
      code: wish.code ?? null,
      name,
      detail,
      standardExists: wish.standardExists ?? null,
      standardTopLevel: wish.standardExists === false ? null : (wish.standardTopLevel ?? null),
      strategicReason: wish.strategicReason?.trim() || null,
      teamSize: wish.teamSize ?? 1,
    };
    const kept = left.findIndex(({ id, name: was, detail: part }) =>
      wish.id ? id === wish.id : was === name && part === detail,
    );
    row.id = kept >= 0 ? (left.splice(kept, 1)[0]?.id ?? newId()) : newId();
    return row;
  });
}

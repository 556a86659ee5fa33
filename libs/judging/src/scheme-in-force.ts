import { Jobs, newId, Refused } from '@luban/platform';
import type { Criterion, SchemeTree, SubCriterion as SubCriterionTree } from '@luban/scoring';
import type { EntityManager } from 'typeorm';

interface Row {
  id: string;
  criterion: Criterion;
  subCriterion: SubCriterionTree;
  moduleId: string;
}

/**
 * Which module a criterion's work is made in: the one told, else the module of the same code, else the skill's only
 * module that is marked by the scheme. Refused with `judging.module-unmapped` naming the criteria left over.
 */
export function modulesOfCriteria(
  tree: SchemeTree,
  modules: readonly { id: string; code: string }[],
  told: Record<string, string> = {},
): Map<string, string> {
  const only = modules.length === 1 ? modules[0] : undefined;
  const mapped = new Map<string, string>();
  const unmapped: string[] = [];
  for (const { code } of tree.criteria) {
    const wanted = Object.hasOwn(told, code) ? told[code] : undefined;
    const module =
      modules.find((m) => m.id === wanted) ??
      (wanted ? undefined : (modules.find((m) => m.code === code) ?? only));
    if (module) mapped.set(code, module.id);
    else unmapped.push(code);
  }
  if (unmapped.length > 0) throw new Refused('judging.module-unmapped', { criteria: unmapped.join(', ') });
  return mapped;
}

/**
 * Writes the sub-criteria and aspects that forms are made of. A sub-criterion that an earlier scheme had under the
 * same code keeps its team and its way with compatriots. Sub-criteria without aspects carry no marks and get no form.
 */
export async function writeSchemeRows(
  tx: EntityManager,
  jobs: Jobs,
  at: { eventId: string; skillId: string; schemeId: string; by: string | null },
  tree: SchemeTree,
  modules: Map<string, string>,
): Promise<void> {
  const rows: Row[] = tree.criteria.flatMap((criterion) =>
    criterion.subCriteria
      .filter((subCriterion) => subCriterion.aspects.length > 0)
      .map((subCriterion) => ({
        id: newId(),
        criterion,
        subCriterion,
        moduleId: modules.get(criterion.code) ?? '',
      })),
  );
  await tx.query(
    `INSERT INTO sub_criterion (event_id, id, scheme_id, skill_id, module_id, criterion_code, criterion_name, code, name,
                                day_of_marking, compatriot_mode, team_id, aspect_count, max_hundredths, position)
     SELECT $1, n.id, $2, $3, n.module_id, n.criterion_code, n.criterion_name, n.code, n.name, n.day,
            COALESCE(o.compatriot_mode, 'coded'), o.team_id, n.aspects, n.max, n.position
     FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::int[], $12::int[])
       WITH ORDINALITY AS n(id, module_id, criterion_code, criterion_name, code, name, day, aspects, max, position)
     LEFT JOIN LATERAL (
       SELECT old.compatriot_mode, old.team_id
       FROM sub_criterion old JOIN marking_scheme s ON s.event_id = old.event_id AND s.id = old.scheme_id
       WHERE old.event_id = $1 AND old.skill_id = $3 AND old.code = n.code AND old.scheme_id <> $2
       ORDER BY s.number DESC LIMIT 1) o ON TRUE`,
    [
      at.eventId,
      at.schemeId,
      at.skillId,
      rows.map((r) => r.id),
      rows.map((r) => r.moduleId),
      rows.map((r) => r.criterion.code),
      rows.map((r) => r.criterion.name),
      rows.map((r) => r.subCriterion.code),
      rows.map((r) => r.subCriterion.name),
      rows.map((r) => r.subCriterion.dayOfMarking),
      rows.map((r) => r.subCriterion.aspects.length),
      rows.map((r) => r.subCriterion.aspects.reduce((sum, a) => sum + a.maxHundredths, 0)),
    ],
  );
  const aspects = rows.flatMap((row) =>
    row.subCriterion.aspects.map((aspect) => ({ ...aspect, parent: row.id })),
  );
  await tx.query(
    `INSERT INTO aspect (event_id, id, scheme_id, sub_criterion_id, code, kind, max_hundredths, calculation, section,
                         description, extra, requirement, descriptors, position)
     SELECT $1, n.id, $2, n.parent, n.code, n.kind, n.max, n.calculation, n.section, n.description, n.extra,
            n.requirement, n.descriptors, n.position
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::jsonb[], $9::text[], $10::text[],
                 $11::text[], $12::text[], $13::jsonb[])
       WITH ORDINALITY AS n(id, parent, code, kind, max, calculation, section, description, extra, requirement,
                            descriptors, position)`,
    [
      at.eventId,
      at.schemeId,
      aspects.map(() => newId()),
      aspects.map((a) => a.parent),
      aspects.map((a) => a.id),
      aspects.map((a) => a.kind),
      aspects.map((a) => a.maxHundredths),
      aspects.map((a) => (a.calculation ? JSON.stringify(a.calculation) : null)),
      aspects.map((a) => a.section),
      aspects.map((a) => a.description),
      aspects.map((a) => a.extra),
      aspects.map((a) => a.requirement),
      aspects.map((a) => JSON.stringify(a.descriptors)),
    ],
  );
  await jobs.request(tx, 'openForms', at.skillId, { eventId: at.eventId, by: at.by });
}

/**
 * Refused with `judging.marking-begun` once a form carries marks, a note or typed paper. The forms stay locked until the
 * transaction ends, so that nobody begins to mark by the old scheme meanwhile.
 */
export async function assertUnmarked(tx: EntityManager, eventId: string, skillId: string): Promise<void> {
  const forms: { begun: boolean }[] = await tx.query(
    `SELECT (f.revision > 0
        OR EXISTS (SELECT FROM paper_entry p WHERE p.event_id = f.event_id AND p.form_id = f.id)
        OR EXISTS (SELECT FROM mark_note n WHERE n.event_id = f.event_id AND n.form_id = f.id)) AS begun
     FROM marking_form f WHERE f.event_id = $1 AND f.skill_id = $2 ORDER BY f.id FOR UPDATE OF f`,
    [eventId, skillId],
  );
  if (forms.some(({ begun }) => begun)) throw new Refused('judging.marking-begun');
}

/** Takes the unmarked forms of the scheme before away; `openForms` makes those of the new one. */
export async function removeForms(tx: EntityManager, eventId: string, skillId: string): Promise<void> {
  await tx.query(
    `DELETE FROM marking_form_seat s USING marking_form f
     WHERE f.event_id = $1 AND f.skill_id = $2 AND s.event_id = f.event_id AND s.form_id = f.id`,
    [eventId, skillId],
  );
  await tx.query(`DELETE FROM marking_form WHERE event_id = $1 AND skill_id = $2`, [eventId, skillId]);
}

// Marked works in the one world of the tests: a scheme in force, coded works, and their forms with values, seeded in a
// few statements so that whole skills are there at once.
import type { CompetitionEvent } from '@luban/events';
import {
  Mark,
  MarkingForm,
  MarkingScheme,
  MarkingTeam,
  MarkSave,
  SchemeAspect,
  SubCriterion,
} from '@luban/judging';
import { newId } from '@luban/platform';
import { BlindCode, Draw, type Entry, Work } from '@luban/registration';
import { type Aspect, aspectMark, type PanelRule, MEAN_OF_THREE, type SchemeTree } from '@luban/scoring';
import type { EntityManager } from 'typeorm';
import { type GivenSkillSetUp } from './world-events.js';

/** A small scheme of criteria A, B …: in each a measurement of 10.00 by pieces (of 10) and a judgement of 3.00. */
export function smallScheme(criteria: readonly string[] = ['A', 'B']): SchemeTree {
  const text = { extra: '', requirement: '', section: null, captions: [] };
  return {
    skill: null,
    sections: [],
    criteria: criteria.map((code) => ({
      code,
      name: `评分项 ${code}`,
      declaredHundredths: null,
      subCriteria: [
        {
          code: `${code}1`,
          name: `${code} 尺寸与外形`,
          dayOfMarking: 1,
          aspects: [
            {
              ...text,
              id: `${code}1.1`,
              kind: 'measurement',
              description: '完成件数',
              maxHundredths: 1000,
              calculation: { type: 'NUMBER_COMPLETED', possible: '10' },
              descriptors: [],
            },
            {
              ...text,
              id: `${code}1.2`,
              kind: 'judgement',
              description: '表面成形',
              maxHundredths: 300,
              calculation: null,
              descriptors: ['不符合', '符合', '部分超出', '优秀'],
            },
          ],
        },
      ],
    })),
  };
}

export interface SchemeInForce {
  schemeId: string;
  teamId: string;
  subCriteria: { id: string; code: string; moduleId: string; aspects: { id: string; aspect: Aspect }[] }[];
}

/** Puts a scheme in force; `moduleOf` says in which module a criterion's works are made (the first one by default). */
export async function givenSchemeInForce(
  tx: EntityManager,
  { skill, modules }: Pick<GivenSkillSetUp, 'skill' | 'modules'>,
  tree: SchemeTree,
  moduleOf: (criterion: string) => string = () => modules.find((m) => m.markedBy === 'scheme')?.code ?? '',
): Promise<SchemeInForce> {
  const at = { eventId: skill.eventId, skillId: skill.id };
  const teamId = newId();
  const schemeId = newId();
  await tx.insert(MarkingTeam, { ...at, id: teamId, name: `评分组 ${teamId.slice(-8)}` });
  await tx.insert(MarkingScheme, {
    ...at,
    id: schemeId,
    number: 1,
    source: 'built',
    tree,
    findings: [] as never,
    totalHundredths: 0,
    state: 'inForce',
    createdAt: new Date(),
  });
  let position = 0;
  const subCriteria = tree.criteria.flatMap((criterion) =>
    criterion.subCriteria.map((sub) => ({
      row: {
        ...at,
        id: newId(),
        schemeId,
        moduleId: modules.find((m) => m.code === moduleOf(criterion.code))?.id ?? '',
        teamId,
        criterionCode: criterion.code,
        criterionName: criterion.name,
        code: sub.code,
        name: sub.name,
        dayOfMarking: sub.dayOfMarking,
        aspectCount: sub.aspects.length,
        maxHundredths: sub.aspects.reduce((sum, a) => sum + a.maxHundredths, 0),
        position: (position += 1),
      },
      aspects: sub.aspects.map((aspect) => ({ id: newId(), aspect })),
    })),
  );
  await tx.insert(
    SubCriterion,
    subCriteria.map(({ row }) => row),
  );
  const aspects = subCriteria.flatMap(({ row, aspects: list }) =>
    list.map(({ id, aspect }, index) => ({
      eventId: at.eventId,
      id,
      schemeId,
      subCriterionId: row.id,
      code: aspect.id,
      kind: aspect.kind,
      maxHundredths: aspect.maxHundredths,
      calculation: aspect.calculation,
      section: aspect.section,
      description: aspect.description,
      descriptors: aspect.descriptors,
      position: index + 1,
    })),
  );
  if (aspects.length > 0) await tx.insert(SchemeAspect, aspects as never);
  return {
    schemeId,
    teamId,
    subCriteria: subCriteria.map(({ row, aspects: list }) => ({
      id: row.id,
      code: row.code,
      moduleId: row.moduleId,
      aspects: list,
    })),
  };
}

/** A work code for each entry in each module marked by the scheme. Entry id → module id → work. */
export async function givenCodedWorks(
  tx: EntityManager,
  { skill, modules }: Pick<GivenSkillSetUp, 'skill' | 'modules'>,
  entries: readonly Entry[],
): Promise<Map<string, Map<string, { id: string; code: string }>>> {
  const at = { eventId: skill.eventId, skillId: skill.id };
  const drawId = newId();
  await tx.insert(Draw, {
    ...at,
    id: drawId,
    seed: 'world',
    codeSeed: 'world',
    inputs: {} as never,
    inputsHash: 'world',
    at: new Date(),
  });
  const all = entries.flatMap((entry, number) =>
    modules
      .filter((module) => module.markedBy === 'scheme')
      .map((module) => ({
        entryId: entry.id,
        moduleId: module.id,
        id: newId(),
        code: `${module.code}${String(number + 1).padStart(2, '0')}${skill.id.slice(-4)}`.toUpperCase(),
      })),
  );
  await tx.insert(
    Work,
    all.map(({ id, moduleId, code }) => ({ ...at, id, moduleId, code })),
  );
  await tx.insert(
    BlindCode,
    all.map(({ id, entryId, moduleId }) => ({ eventId: at.eventId, workId: id, entryId, moduleId, drawId })),
  );
  await tx.query(
    `UPDATE entry e SET entry_number = $2 || '-' || lpad(n.place::text, 3, '0')
     FROM unnest($3::uuid[]) WITH ORDINALITY AS n(id, place) WHERE e.event_id = $1 AND e.id = n.id`,
    [at.eventId, skill.code, entries.map(({ id }) => id)],
  );
  const works = new Map<string, Map<string, { id: string; code: string }>>();
  for (const { entryId, moduleId, id, code } of all) {
    const own = works.get(entryId) ?? new Map<string, { id: string; code: string }>();
    works.set(entryId, own.set(moduleId, { id, code }));
  }
  return works;
}

/** The values of one aspect for one entry: one for a measurement, the judges' scores for a judgement; null: unmarked. */
export type ValuesOf = (entry: Entry, aspect: Aspect, place: number) => readonly number[] | null;

/** Forms for every entry × sub-criterion with the values given, all signed. Answers form ids: entry id → sub code. */
export async function givenSignedForms(
  tx: EntityManager,
  {
    skill,
    entries,
    works,
    scheme,
    values,
    panel = MEAN_OF_THREE,
    state = 'signed',
  }: {
    skill: GivenSkillSetUp['skill'];
    entries: readonly Entry[];
    works: Awaited<ReturnType<typeof givenCodedWorks>>;
    scheme: SchemeInForce;
    values: ValuesOf;
    panel?: PanelRule;
    state?: MarkingForm['state'];
  },
): Promise<Map<string, Map<string, string>>> {
  const eventId = skill.eventId;
  const at = new Date();
  const forms = entries.flatMap((entry, place) =>
    scheme.subCriteria.flatMap((sub) => {
      const work = works.get(entry.id)?.get(sub.moduleId);
      return work ? [{ id: newId(), entry, place, sub, workId: work.id, saveId: newId() }] : [];
    }),
  );
  const marks = forms.flatMap(({ id, entry, place, sub, saveId }) =>
    sub.aspects.flatMap(({ id: aspectId, aspect }) => {
      const given = values(entry, aspect, place);
      if (!given) return [];
      const measured = aspect.kind === 'measurement';
      const mark = measured ? aspectMark(aspect, [...given], panel).markHundredths : null;
      return given.map((value, seat) => ({
        eventId,
        formId: id,
        aspectId,
        seat: measured ? 0 : seat + 1,
        value: String(value),
        markHundredths: mark,
        at,
        saveId,
      }));
    }),
  );
  await inChunks(forms, (some) =>
    tx.insert(
      MarkingForm,
      some.map(({ id, sub, workId }) => ({
        eventId,
        id,
        skillId: skill.id,
        schemeId: scheme.schemeId,
        subCriterionId: sub.id,
        workId,
        teamId: scheme.teamId,
        state,
        revision: 1,
      })),
    ),
  );
  await inChunks(forms, (some) =>
    tx.insert(
      MarkSave,
      some.map(({ id, saveId }) => ({
        eventId,
        id: saveId,
        formId: id,
        clientKey: saveId,
        revision: 1,
        at,
        values: [],
      })),
    ),
  );
  await inChunks(marks, (some) => tx.insert(Mark, some));
  const ids = new Map<string, Map<string, string>>();
  for (const { id, entry, sub } of forms)
    ids.set(entry.id, (ids.get(entry.id) ?? new Map<string, string>()).set(sub.code, id));
  return ids;
}

async function inChunks<T>(rows: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) await insert(rows.slice(at, at + 1000));
}

/** Moves an event on without asking what is missing. */
export async function moveTo(tx: EntityManager, event: CompetitionEvent, stage: CompetitionEvent['stage']) {
  await tx.query(`UPDATE competition_event SET stage = $2 WHERE id = $1`, [event.id, stage]);
}

import type { Application, ApplicationContent, EditApplication } from './types.js';

type PartyWish = NonNullable<EditApplication['parties']>[number];
type OccupationWish = NonNullable<EditApplication['occupations']>[number];

/** A party as a row of the form; what is not chosen yet is missing. */
export type PartyRow = Partial<Omit<PartyWish, 'organisationId'>> & { organisationId?: string | null };

/** An occupation as a row of the form: the picked one apart from what is said of it. */
export interface OccupationRow extends Partial<Omit<OccupationWish, 'edition' | 'code' | 'name'>> {
  picked?: { edition: string | null; code: string | null; name: string } | null;
}

/** All of the form. Days are `YYYY-MM-DD`; a span is two of them. */
export interface FormValues {
  name: string;
  edition: string | null;
  class: 'one' | 'two' | null;
  heldYear: number;
  industryCode: string | null;
  placeDivisionCode: string | null;
  finalDates: [string, string] | null;
  preliminary: [string, string] | null;
  content: ApplicationContent;
  /** Nothing was held in the last five years: something else than nothing said about it. */
  noEditions: boolean;
  parties: PartyRow[];
  occupations: OccupationRow[];
}

export function valuesOf(application: Application): FormValues {
  const { content } = application;
  return {
    name: application.name,
    edition: application.edition,
    class: application.class,
    heldYear: application.heldYear,
    industryCode: application.industryCode,
    placeDivisionCode: application.placeDivisionCode,
    finalDates: spanOf(application.finalFrom, application.finalTo),
    preliminary: spanOf(content.schedule?.preliminaryFrom, content.schedule?.preliminaryTo),
    content,
    noEditions: content.earlierEditions?.length === 0,
    parties: application.parties
      .filter(({ part }) => part !== 'lead')
      .map(({ organisationId, name, kind, part }) => ({ organisationId, name, kind, part })),
    occupations: application.occupations.map((row) => ({
      id: row.id,
      picked: { edition: row.edition, code: row.code, name: row.name },
      detail: row.detail,
      standardExists: row.standardExists,
      standardTopLevel: row.standardTopLevel,
      strategicReason: row.strategicReason,
      teamSize: row.teamSize,
    })),
  };
}

const spanOf = (from: string | null | undefined, to: string | null | undefined): [string, string] | null =>
  from && to ? [from, to] : null;

/** What the form says, as far as it can be sent: rows that are not complete yet are left out. */
export function bodyOf(values: FormValues): EditApplication {
  const [finalFrom, finalTo] = values.finalDates ?? [null, null];
  return {
    ...(values.name.trim() ? { name: values.name } : {}),
    edition: values.edition,
    class: values.class,
    heldYear: values.heldYear,
    industryCode: values.industryCode,
    placeDivisionCode: values.placeDivisionCode,
    finalFrom,
    finalTo,
    content: contentOf(values),
    parties: values.parties.flatMap(({ organisationId, name, kind, part }): PartyWish[] =>
      name?.trim() && kind && part ? [{ organisationId: organisationId ?? null, name, kind, part }] : [],
    ),
    occupations: values.occupations.flatMap(({ picked, ...row }): OccupationWish[] =>
      picked?.name.trim() ? [{ ...row, ...picked, teamSize: row.teamSize ?? 1 }] : [],
    ),
  };
}

/** Every part of the content: one that was emptied is sent as empty, so that it is emptied there too. */
function contentOf({ content, preliminary, noEditions }: FormValues): ApplicationContent {
  const [preliminaryFrom, preliminaryTo] = preliminary ?? [];
  return {
    purpose: content.purpose ?? '',
    contact: present(content.contact),
    groups: (content.groups ?? []).filter(({ code, name }) => code && name?.trim()),
    schedule: present({ note: content.schedule?.note, preliminaryFrom, preliminaryTo }),
    venue: present(content.venue),
    experts: present(content.experts),
    judges: present(content.judges),
    funding: fundingOf(content),
    scale: present(content.scale),
    earlierEditions: editionsOf(content, noEditions),
    ...(content.inspectionYears === undefined ? {} : { inspectionYears: content.inspectionYears }),
    business: present(content.business),
  };
}

/** The editions that are complete; none where it is said so; null takes back that it was. */
function editionsOf(
  { earlierEditions = [] }: ApplicationContent,
  none: boolean,
): NonNullable<ApplicationContent['earlierEditions']> {
  const held = earlierEditions
    .filter((edition) => edition?.year && edition.name?.trim())
    .map((edition) => ({ ...present(edition), occupations: edition.occupations ?? [] }));
  return held.length > 0 || none ? held : (null as unknown as []);
}

function fundingOf({ funding }: ApplicationContent): NonNullable<ApplicationContent['funding']> {
  const sources = (funding?.sources ?? []).filter(
    (source) => source?.name?.trim() && typeof source.amountYuan === 'number',
  );
  return {
    ...present({ totalYuan: funding?.totalYuan, note: funding?.note }),
    ...(sources.length > 0 ? { sources } : {}),
  };
}

/** Without what has been emptied. */
function present<T extends object>(part: T | undefined): T {
  return Object.fromEntries(
    Object.entries(part ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as T;
}

/** The parts of a body that differ from what was sent last; null when nothing does. */
export function changedParts(body: EditApplication, sent: EditApplication): EditApplication | null {
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const parts = Object.fromEntries(
    Object.entries(body).filter(
      ([key, value]) => key !== 'content' && differs(value, sent[key as keyof EditApplication]),
    ),
  ) as EditApplication;
  const before = sent.content ?? {};
  const content = Object.fromEntries(
    Object.entries(body.content ?? {}).filter(([key, value]) =>
      differs(value, before[key as keyof ApplicationContent]),
    ),
  ) as ApplicationContent;
  if (Object.keys(content).length > 0) parts.content = content;
  return Object.keys(parts).length > 0 ? parts : null;
}

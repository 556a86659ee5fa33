import { type MessageParams, type Said, say } from '@luban/platform';

/** A person of an entry as typed or imported. Dates are `YYYY-MM-DD`. */
export interface CompetitorDraft {
  name: string;
  nameLatin: string | null;
  sex: 'male' | 'female' | null;
  birthDate: string | null;
  /** 单位. */
  unit: string | null;
}

/** What a skill and its event ask of an entry. */
export interface EntryTerms {
  teamSize: number;
  /** Oldest age reached in the year of the event, or null for no limit. */
  ageYearsMax: number | null;
  heldYear: number;
  /** First day of the event, `YYYY-MM-DD`. */
  startsOn: string;
}

/** One rule held against an entry. `path` names the field (`competitors.0.birthDate`). `blocking` bars submission. */
export interface EntryFinding {
  code: string;
  severity: 'warning' | 'blocking';
  path: string;
  message: Said;
  params: MessageParams;
}

const longestName = 60;
const longestUnit = 100;
/** Nobody older than this has ever competed: a mistyped year. */
const oldestPlausibleYears = 100;
const youngestYears = 16;

/**
 * Everything that is wrong or doubtful with an entry by itself. Age: whoever is over the skill's limit in the year of the
 * event (its calendar year minus the year of birth; 世赛选拔项目, DOMAIN.md 3) may not compete; under 16 on the first day is
 * a warning (第一届全国技能大赛报名条件, not the rule of every contest).
 */
export function entryFindings(competitors: readonly CompetitorDraft[], terms: EntryTerms): EntryFinding[] {
  const found = competitors.flatMap((competitor, at) =>
    competitorFindings(competitor, terms).map((f) => ({ ...f, path: `competitors.${at}.${f.path}` })),
  );
  if (competitors.length !== terms.teamSize) {
    found.push(
      finding('registration.team-size', 'blocking', 'competitors', {
        wanted: terms.teamSize,
        given: competitors.length,
      }),
    );
  }
  competitors.forEach((competitor, at) => {
    const twin = competitors.findIndex((other) => samePerson(other, competitor));
    if (twin < at)
      found.push(finding('registration.same-person-in-team', 'blocking', `competitors.${at}.name`));
  });
  return found;
}

/** The findings of one person; paths are field names. */
export function competitorFindings(competitor: CompetitorDraft, terms: EntryTerms): EntryFinding[] {
  const found: EntryFinding[] = [];
  const add = (code: string, severity: EntryFinding['severity'], path: string, params: MessageParams = {}) =>
    found.push(finding(code, severity, path, params));
  if (competitor.name.trim() === '') add('registration.name-missing', 'blocking', 'name');
  else if (competitor.name.length > longestName)
    add('registration.too-long', 'blocking', 'name', { max: longestName });
  else if (!/^[\p{L}\p{M}][\p{L}\p{M}·•.'’\- ]*$/u.test(competitor.name))
    add('registration.name-odd', 'warning', 'name');
  if ((competitor.nameLatin ?? '').length > longestName)
    add('registration.too-long', 'blocking', 'nameLatin', { max: longestName });
  if ((competitor.unit ?? '').length > longestUnit)
    add('registration.too-long', 'blocking', 'unit', { max: longestUnit });
  if (competitor.birthDate === null) {
    const wanted = terms.ageYearsMax !== null;
    add(
      wanted ? 'registration.birth-date-needed' : 'registration.birth-date-missing',
      wanted ? 'blocking' : 'warning',
      'birthDate',
      {
        max: terms.ageYearsMax,
      },
    );
    return found;
  }
  if (!isDay(competitor.birthDate)) {
    add('registration.date-unreadable', 'blocking', 'birthDate');
    return found;
  }
  const yearsOld = terms.heldYear - Number(competitor.birthDate.slice(0, 4));
  if (competitor.birthDate >= terms.startsOn || yearsOld > oldestPlausibleYears)
    add('registration.birth-date-implausible', 'blocking', 'birthDate');
  else if (terms.ageYearsMax !== null && yearsOld > terms.ageYearsMax) {
    add('registration.over-age', 'blocking', 'birthDate', {
      years: yearsOld,
      max: terms.ageYearsMax,
      heldYear: terms.heldYear,
      earliest: `${terms.heldYear - terms.ageYearsMax}-01-01`,
    });
  } else if (ageOn(competitor.birthDate, terms.startsOn) < youngestYears) {
    add('registration.under-sixteen', 'warning', 'birthDate', { min: youngestYears });
  }
  return found;
}

/** A finding with its text. */
export function finding(
  code: string,
  severity: EntryFinding['severity'],
  path: string,
  params: MessageParams = {},
): EntryFinding {
  return { code, severity, path, params, message: say(code, params) };
}

/** Full years of age on a day; both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** `2003-**-**`: a birth date where the year alone is needed. */
export const maskedBirthDate = (birthDate: string | null): string | null =>
  birthDate === null ? null : `${birthDate.slice(0, 4)}-**-**`;

/**
 * How a person is recognised again within an event as long as no document number is stored: name without blanks and case,
 * and birth date. Without a birth date the unit stands in for it. Two people may share both: across delegations and
 * skills it warns, never blocks.
 */
export function personKey(competitor: Pick<CompetitorDraft, 'name' | 'birthDate' | 'unit'>): string {
  const name = competitor.name.replace(/[\s·•.]/g, '').toLowerCase();
  return `${name}|${competitor.birthDate ?? `?${(competitor.unit ?? '').trim()}`}`;
}

const samePerson = (a: CompetitorDraft, b: CompetitorDraft): boolean =>
  a.name.trim() !== '' && personKey(a) === personKey(b);

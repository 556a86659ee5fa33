import type { Policy } from '@luban/scoring';
import type { CompetitionEvent } from './competition-event.entity.js';
import type { EventParty } from './event-party.entity.js';
import type { Module } from './module.entity.js';
import { percentText, theoryMostHundredths } from './policy-clauses.js';
import { overlap, type SetUp, type SkillSetUp } from './set-up.js';
import { type Finding, finding } from './stage-checks.js';
import { dayAfter, dayIn } from './zone-days.js';

/** What the event itself needs before people may enter: dates, registration window, host, organiser, a skill. */
export function eventFindings({ event, parties, skills }: SetUp, now: Date): Finding[] {
  const at = `/events/${event.id}/basics`;
  const found: Finding[] = [];
  const has = (part: EventParty['part']) => parties.some((party) => party.part === part);
  found.push(
    event.startsOn < dayIn(now, event.timeZone)
      ? finding('warning', 'events.starts-in-past', { startsOn: event.startsOn }, at)
      : finding('passed', 'events.dates-given', { startsOn: event.startsOn, endsOn: event.endsOn }, at),
  );
  if (!event.registrationOpensAt || !event.registrationClosesAt) {
    found.push(finding('warning', 'events.no-registration-window', {}, at));
  } else if (dayIn(event.registrationClosesAt, event.timeZone) > event.startsOn) {
    found.push(finding('warning', 'events.registration-after-start', {}, at));
  }
  found.push(
    has('host')
      ? finding('passed', 'events.host-named', {}, at)
      : finding('blocking', 'events.no-host', {}, at),
  );
  found.push(
    has('organiser')
      ? finding('passed', 'events.organiser-named', {}, at)
      : finding('blocking', 'events.no-organiser', {}, at),
  );
  found.push(
    skills.length > 0
      ? finding('passed', 'events.skills-given', { count: skills.length }, `/events/${event.id}/skills`)
      : finding('blocking', 'events.no-skill', {}, `/events/${event.id}/skills`),
  );
  return found;
}

/** What each skill needs before people may enter it: a group, a module, complete weights. */
export function skillFindings({ event, skills }: SetUp): Finding[] {
  return skills.flatMap((setUp) =>
    settled(event, setUp, 'events.skill-complete', [
      ...(setUp.groups.length === 0 ? [about(event, setUp, 'blocking', 'events.no-group', 'groups')] : []),
      ...(setUp.modules.length === 0 ? [about(event, setUp, 'blocking', 'events.no-module', 'modules')] : []),
      ...weightFindings(event, setUp),
      ...(setUp.skill.venueId === null ? [about(event, setUp, 'warning', 'events.no-venue', 'basics')] : []),
    ]),
  );
}

/** What each skill needs before the draw: sessions that are long enough and lie in the event, places to work. */
export function scheduleFindings({ event, skills }: SetUp): Finding[] {
  return skills.flatMap((setUp) =>
    settled(event, setUp, 'events.schedule-complete', [
      ...setUp.modules.flatMap((module) => moduleFindings(event, setUp, module)),
      ...overlapFindings(event, setUp),
      ...workstationFindings(event, setUp),
    ]),
  );
}

/** Weights of modules add up to 100, all or none carry one, and they agree with those of theory and practice. */
export function weightFindings(event: Pick<CompetitionEvent, 'id'>, setUp: SkillSetUp): Finding[] {
  const { modules, skill } = setUp;
  const weighted = modules.filter(({ weightHundredths }) => weightHundredths !== null);
  const parts = partWeights(skill.policy);
  const found: Finding[] = [];
  const missing = [...parts.keys()].filter((part) => !modules.some((module) => module.part === part));
  if (modules.length > 0 && missing.length > 0) {
    const [part] = missing;
    const [zh, en] = part === 'theory' ? ['理论', 'theory'] : ['实操', 'practice'];
    found.push(
      about(event, setUp, 'blocking', 'events.part-without-module', 'modules', { partZh: zh, partEn: en }),
    );
  }
  const theory = parts.get('theory') ?? sumOf(weighted.filter(({ part }) => part === 'theory'));
  if (theory > theoryMostHundredths) {
    found.push(
      about(event, setUp, 'warning', 'events.theory-heavy', 'policy', { theory: percentText(theory) }),
    );
  }
  if (weighted.length === 0) return found;
  if (weighted.length < modules.length) {
    const codes = modules.filter(({ weightHundredths }) => weightHundredths === null).map(({ code }) => code);
    return [
      ...found,
      about(event, setUp, 'blocking', 'events.weights-partial', 'modules', { codes: codes.join('、') }),
    ];
  }
  const sum = sumOf(weighted);
  if (sum !== 10_000) {
    return [
      ...found,
      about(event, setUp, 'blocking', 'events.weights-not-100', 'modules', { sum: percentText(sum) }),
    ];
  }
  const odd = [...parts].find(
    ([part, weight]) => sumOf(weighted.filter((module) => module.part === part)) !== weight,
  );
  if (odd) found.push(about(event, setUp, 'blocking', 'events.weights-disagree', 'modules', {}));
  return found;
}

function moduleFindings(event: CompetitionEvent, setUp: SkillSetUp, module: Module): Finding[] {
  const sessions = setUp.sessions.filter(({ moduleId }) => moduleId === module.id);
  const params = { moduleCode: module.code };
  if (sessions.length === 0)
    return [about(event, setUp, 'blocking', 'events.no-session', 'sessions', params)];
  const day = dayAfter(event.startsOn, module.day - 1);
  return sessions.flatMap((session) => {
    const minutes = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
    const from = dayIn(session.startsAt, event.timeZone);
    const inside = from >= event.startsOn && dayIn(session.endsAt, event.timeZone) <= event.endsOn;
    const more = { ...params, session: session.name };
    return [
      ...(minutes < module.durationMinutes
        ? [
            about(event, setUp, 'blocking', 'events.session-short', 'sessions', {
              ...more,
              minutes,
              needed: module.durationMinutes,
            }),
          ]
        : []),
      ...(inside
        ? []
        : [about(event, setUp, 'warning', 'events.session-outside', 'sessions', { ...more, day: from })]),
      ...(inside && from !== day
        ? [
            about(event, setUp, 'warning', 'events.session-other-day', 'sessions', {
              ...more,
              day: module.day,
              from,
            }),
          ]
        : []),
    ];
  });
}

function overlapFindings(event: CompetitionEvent, setUp: SkillSetUp): Finding[] {
  const found: Finding[] = [];
  setUp.sessions.forEach((one, i) => {
    for (const other of setUp.sessions.slice(i + 1)) {
      if (other.moduleId === one.moduleId || !overlap(one, other)) continue;
      const params = { session: one.name, other: other.name };
      found.push(about(event, setUp, 'warning', 'events.sessions-overlap', 'sessions', params));
    }
  });
  return found;
}

function workstationFindings(event: CompetitionEvent, setUp: SkillSetUp): Finding[] {
  const usable = setUp.workstations.filter(({ state }) => state === 'usable').length;
  // A theory paper is written at any desk: only modules marked from the work need a workstation.
  if (!setUp.modules.some(({ markedBy }) => markedBy === 'scheme') || usable > 0) return [];
  return [about(event, setUp, 'blocking', 'events.no-workstation', 'workstations')];
}

const sumOf = (modules: readonly Module[]): number =>
  modules.reduce((sum, { weightHundredths }) => sum + (weightHundredths ?? 0), 0);

/** Part → weight, for the parts a policy weighs. */
const partWeights = (policy: Policy): Map<string, number> =>
  new Map(policy.parts.weights.map(({ name, weightHundredths }) => [name, weightHundredths]));

type Tab = 'basics' | 'policy' | 'groups' | 'modules' | 'sessions' | 'workstations';

function about(
  event: Pick<CompetitionEvent, 'id'>,
  { skill }: SkillSetUp,
  severity: Finding['severity'],
  code: string,
  tab: Tab,
  params: Record<string, string | number> = {},
): Finding {
  const href = `/events/${event.id}/skills/${skill.id}?tab=${tab}`;
  return finding(
    severity,
    code,
    { skillId: skill.id, skill: skill.name, skillEn: skill.nameEn ?? skill.name, ...params },
    href,
  );
}

/** One `passed` line for a skill about which there is nothing else to say. */
const settled = (event: CompetitionEvent, setUp: SkillSetUp, code: string, found: Finding[]): Finding[] =>
  found.some(({ severity }) => severity === 'blocking')
    ? found
    : [...found, about(event, setUp, 'passed', code, 'basics')];

import dayjs, { type Dayjs } from 'dayjs';
import { percentHundredths } from './names.js';
import { plannedSessions, type PlannedModule } from './planned-sessions.js';
import type { CreateSkill, Grant } from './types.js';

/** A line of modules in the quick form. */
export interface ModuleRow {
  code: string;
  name: string;
  part: 'theory' | 'practice';
  day: number;
  durationMinutes: number;
  weight?: number | null;
  startsAt?: Dayjs | null;
  sittings: number;
  gapMinutes: number;
}

/** What the quick form of a skill holds. */
export interface NewSkillValues {
  from: 'granted' | 'world' | 'occupation' | 'own';
  /** Which of the granted occupations, by its place in the grant. */
  granted?: number;
  worldSkillNumber?: number;
  code: string;
  name: string;
  nameEn?: string | null;
  occupationCode?: string | null;
  teamSize: number;
  ageYearsMax?: number | null;
  venueId?: string | null;
  requireSignedScan: boolean;
  groups: string[];
  ownGroups?: string;
  policy: string;
  modules: ModuleRow[];
  usable?: string;
  spare?: string;
}

/** What a granted occupation fills in. */
export const grantedValues = (
  { name, detail, code, teamSize }: Grant['occupations'][number],
  granted: number,
): Pick<NewSkillValues, 'granted' | 'name' | 'occupationCode' | 'teamSize'> => ({
  granted,
  name: (detail ? `${name}（${detail}）` : name).slice(0, 100),
  occupationCode: code,
  teamSize,
});

/** The first line of an empty form: one practical module, the first day at nine. */
export const firstModule: ModuleRow = {
  code: 'A',
  name: '',
  part: 'practice',
  day: 1,
  durationMinutes: 240,
  startsAt: dayjs('2000-01-01T09:00'),
  sittings: 1,
  gapMinutes: 60,
};

/** The next letter that no module bears yet. */
export function nextCode(modules: readonly Partial<ModuleRow>[]): string {
  const taken = new Set(modules.map(({ code }) => code));
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? '';
}

/** A module as its sessions are laid out from it. */
export const plannedModule = ({
  code,
  day,
  durationMinutes,
  startsAt,
  sittings,
  gapMinutes,
}: ModuleRow): PlannedModule => ({
  code,
  day,
  durationMinutes,
  startsAt: startsAt ? startsAt.format('HH:mm') : null,
  sittings,
  gapMinutes,
});

/** The request that sets the skill up whole. */
export function skillOf(
  values: NewSkillValues,
  event: { startsOn: string; timeZone: string },
  sittingName: (n: number) => string,
): CreateSkill {
  const own = (values.ownGroups ?? '')
    .split(/[,，、;；\n]+/)
    .map((name) => name.trim())
    .filter(Boolean);
  const lists = [
    { codes: values.usable, state: 'usable' as const },
    { codes: values.spare, state: 'spare' as const },
  ];
  return {
    ...(values.from === 'world' && values.worldSkillNumber
      ? { worldSkillNumber: values.worldSkillNumber }
      : {}),
    code: values.code.trim(),
    name: values.name.trim(),
    nameEn: values.nameEn?.trim() || null,
    occupationCode:
      values.from === 'occupation' || values.from === 'granted'
        ? values.occupationCode?.trim() || null
        : null,
    teamSize: values.teamSize,
    ageYearsMax: values.ageYearsMax ?? null,
    venueId: values.venueId ?? null,
    requireSignedScan: values.requireSignedScan,
    policy: { name: values.policy },
    groups: [
      ...values.groups.map((code) => ({ code })),
      ...own.map((name) => ({ code: name.slice(0, 16), name })),
    ],
    modules: values.modules.map(({ code, name, part, day, durationMinutes, weight }) => ({
      code: code.trim(),
      name: name.trim(),
      part,
      day,
      durationMinutes,
      weightHundredths: percentHundredths(weight),
    })),
    sessions: plannedSessions(event, values.modules.map(plannedModule), sittingName),
    workstations: lists.flatMap(({ codes, state }) => (codes?.trim() ? [{ codes, state }] : [])),
  };
}

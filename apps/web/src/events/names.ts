import type { Language } from '../language/words.js';
import { eventsWords } from './words.js';

/** 单人, 双人, 三人. */
export const teamName = (size: number): string =>
  eventsWords.text(size === 1 ? 'team.one' : size === 2 ? 'team.two' : 'team.three');

/**
 * A group's name: the two usual ones in the reader's language as long as they bear their usual Chinese name, any other
 * as the organiser wrote it.
 */
export function groupName(code: string, name: string, language: Language): string {
  if (language === 'zh' || !(code === 'worker' || code === 'student')) return name;
  return name === `${code === 'worker' ? '职工' : '学生'}组` ? eventsWords.text(`quick.${code}`) : name;
}

/** The groups of a line of skills, as one text. */
export const groupsText = (
  skill: { groupNames: string[]; groupCodes: string[] },
  language: Language,
): string =>
  skill.groupNames.map((name, at) => groupName(skill.groupCodes[at] ?? '', name, language)).join(' · ');

/** A policy's short name. */
export const policyNameOf = (name: string): string => eventsWords.find(`policyName.${name}`) ?? name;

/** An award's name; a contest's own award is shown by its code. */
export const awardName = (award: string): string => eventsWords.find(`policy.awards.${award}`) ?? award;

/** Percent as people write it: 3000 → `30`, 1250 → `12.5`. */
export const percentText = (hundredths: number): string => String(hundredths / 100);

/** Percent as people type it, in hundredths; null when there is none. */
export const percentHundredths = (percent: number | null | undefined): number | null =>
  percent == null ? null : Math.round(percent * 100);

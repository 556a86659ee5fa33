import { eventsWords } from './words.js';

/** 单人, 双人, 三人. */
export const teamName = (size: number): string =>
  eventsWords.text(size === 1 ? 'team.one' : size === 2 ? 'team.two' : 'team.three');

/** A policy's short name. */
export const policyNameOf = (name: string): string => eventsWords.find(`policyName.${name}`) ?? name;

/** An award's name; a contest's own award is shown by its code. */
export const awardName = (award: string): string => eventsWords.find(`policy.awards.${award}`) ?? award;

/** Percent as people write it: 3000 → `30`, 1250 → `12.5`. */
export const percentText = (hundredths: number): string => String(hundredths / 100);

/** Percent as people type it, in hundredths; null when there is none. */
export const percentHundredths = (percent: number | null | undefined): number | null =>
  percent == null ? null : Math.round(percent * 100);

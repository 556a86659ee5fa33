import { type MessageParams, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { Stage } from './stages.js';

export type Severity = 'passed' | 'warning' | 'blocking';

/** One rule held against an event before it enters a stage. */
export interface Finding {
  /** `events.no-skill`, `registration.entries-waiting`. */
  code: string;
  severity: Severity;
  message: { zh: string; en: string };
  params: MessageParams;
  /** Where it is mended, a path of the web app; null where there is nothing to mend. */
  href: string | null;
}

/** A rule that is held against an event on its way into a stage. */
export interface StageCheck {
  code: string;
  /** The stages on whose entry it is run. */
  stages: readonly Stage[];
  /** On the way forward (the default) or on a step back. */
  direction?: 'forward' | 'back';
  /** Reads in the caller's transaction; answers at least one finding, so that people see what was looked at. */
  run(tx: EntityManager, eventId: string): Promise<Finding[]>;
}

const checks = new Map<string, StageCheck>();

/** Adds a check at start-up. Later rooms ask here what events cannot know; adding a code again replaces it. */
export function addStageCheck(check: StageCheck): void {
  checks.set(check.code, check);
}

/** Every check known, in the order they were added. */
export const stageChecks = (): readonly StageCheck[] => [...checks.values()];

/** Runs the checks of a step, one after another in the caller's transaction. */
export async function runStageChecks(
  tx: EntityManager,
  eventId: string,
  to: Stage,
  direction: 'forward' | 'back',
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks.values()) {
    if (!check.stages.includes(to) || (check.direction ?? 'forward') !== direction) continue;
    findings.push(...(await check.run(tx, eventId)));
  }
  return findings;
}

/** A finding whose text stands in the catalogue of messages under its code. */
export const finding = (
  severity: Severity,
  code: string,
  params: MessageParams = {},
  href: string | null = null,
): Finding => ({ code, severity, message: say(code, params), params, href });

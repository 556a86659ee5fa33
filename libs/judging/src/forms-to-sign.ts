import { type Said, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { AspectCard } from './entered-value.js';
import { formStanding, type FormStanding, type MarkingRules, type StandingValue } from './form-standing.js';
import type { FormState } from './marking-form.dto.js';
import { marksHash, versionCode } from './version-code.js';

/** A form read for signing: what stands on it, and whatever forbids to sign it. */
export interface FormToSignRow {
  id: string;
  skillId: string;
  workCode: string;
  subCriterionCode: string;
  subCriterionName: string;
  maxHundredths: number;
  state: FormState;
  revision: number;
  scanHash: string | null;
  signedAs: string | null;
  values: StandingValue[];
  standing: FormStanding;
  marksHash: string;
  versionCode: string;
  findings: SignOffFinding[];
}

export interface SignOffFinding {
  code: string;
  severity: 'warning' | 'blocking';
  message: Said;
}

/**
 * Reads forms as signing sees them, in three queries whatever their number; `lock` keeps them as they are until the
 * transaction ends. Forms that are not there are left out.
 */
export async function formsToSign(
  tx: EntityManager,
  eventId: string,
  formIds: readonly string[],
  lock: boolean,
): Promise<FormToSignRow[]> {
  // Locked in the order of their ids, so that two lists never wait for each other.
  if (lock) {
    await tx.query(
      `SELECT id FROM marking_form WHERE event_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [eventId, formIds],
    );
  }
  const rows: (Omit<FormToSignRow, 'standing' | 'marksHash' | 'versionCode' | 'findings' | 'values'> & {
    subCriterionId: string;
    values: StandingValue[] | null;
    requireSignedScan: boolean;
    rules: MarkingRules;
  })[] = await tx.query(
    `SELECT f.id, f.skill_id AS "skillId", w.code AS "workCode", sc.id AS "subCriterionId", sc.code AS "subCriterionCode",
       sc.name AS "subCriterionName", sc.max_hundredths AS "maxHundredths", f.state, f.revision, f.scan_hash AS "scanHash",
       (SELECT so.id FROM sign_off so WHERE so.event_id = f.event_id AND so.form_id = f.id AND so.ended_at IS NULL) AS "signedAs",
       s.require_signed_scan AS "requireSignedScan",
       jsonb_build_object('judgement', s.policy -> 'judgement', 'rounding', s.policy -> 'rounding') AS rules,
       (SELECT jsonb_agg(jsonb_build_object('aspectId', m.aspect_id, 'seat', m.seat, 'value', trim_scale(m.value)::text))
        FROM mark m WHERE m.event_id = f.event_id AND m.form_id = f.id) AS values
     FROM marking_form f
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     WHERE f.event_id = $1 AND f.id = ANY($2::uuid[])
     ORDER BY sc.position, w.code`,
    [eventId, formIds],
  );
  const aspects = await aspectsOf(tx, eventId, [
    ...new Set(rows.map(({ subCriterionId }) => subCriterionId)),
  ]);
  return rows.map(({ subCriterionId, requireSignedScan, rules, ...row }) => {
    const values = row.values ?? [];
    const standing = formStanding(aspects.get(subCriterionId) ?? [], values, rules);
    const hash = marksHash(row.id, values);
    const facts = { state: row.state, scanMissing: requireSignedScan && row.scanHash === null, standing };
    const code = versionCode(hash, row.revision);
    return { ...row, values, standing, marksHash: hash, versionCode: code, findings: findingsOf(facts) };
  });
}

/** What forbids signing, and what a chief judge should look at before. */
function findingsOf({
  state,
  scanMissing,
  standing,
}: {
  state: FormState;
  scanMissing: boolean;
  standing: FormStanding;
}) {
  const findings: SignOffFinding[] = [];
  const find = (
    severity: SignOffFinding['severity'],
    code: string,
    params: Record<string, string | number> = {},
  ) => findings.push({ code, severity, message: say(code, params) });
  if (state === 'open') find('blocking', 'judging.form-not-submitted');
  const { spreads, missing } = standing;
  if (spreads.length > 0) {
    find('blocking', 'judging.spread-open', {
      aspects: spreads.map(({ code }) => code).join('、'),
      count: spreads.length,
    });
  } else if (!standing.isComplete) {
    find('blocking', 'judging.form-incomplete', { aspects: missing.join('、'), count: missing.length });
  } else if (standing.subtotalHundredths === 0) {
    find('warning', 'judging.form-all-zero');
  }
  if (scanMissing) find('blocking', 'judging.scan-missing');
  return findings;
}

async function aspectsOf(
  tx: EntityManager,
  eventId: string,
  subCriterionIds: readonly string[],
): Promise<Map<string, AspectCard[]>> {
  const rows: (AspectCard & { subCriterionId: string })[] = await tx.query(
    `SELECT id, code, kind, max_hundredths AS "maxHundredths", calculation, sub_criterion_id AS "subCriterionId"
     FROM aspect WHERE event_id = $1 AND sub_criterion_id = ANY($2::uuid[]) ORDER BY position`,
    [eventId, subCriterionIds],
  );
  const aspects = new Map<string, AspectCard[]>();
  for (const { subCriterionId, ...card } of rows) {
    aspects.set(subCriterionId, [...(aspects.get(subCriterionId) ?? []), card]);
  }
  return aspects;
}

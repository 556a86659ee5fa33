import { newId } from '@luban/platform';
import { shippedPacks } from '@luban/rulebook';
import type { DataSource } from 'typeorm';

/**
 * From when the shipped packs are in force, and how sure that day is. A pack is chosen by the day on which an
 * application arrives, and applications for a plan year arrive from the autumn before (S04: 2021-11 for 2022).
 */
const inForce: Record<string, { from: string; reason: string }> = {
  'class-status-2018': {
    from: '2018-01-01',
    reason: '2018年度申报通知（S02）；发文日期未见原文，按年度首日计（未核实）。',
  },
  'class-status-2020': {
    from: '2020-05-25',
    reason: '2020年申报通知发布于 2020-05-25（S01，已核实）。',
  },
  'class-status-2023': {
    from: '2022-11-01',
    reason: '申报 2023 年计划的通知（S03）；发文日期未见原文，参照上年申报始于 11 月（S04，未核实）。',
  },
};

/**
 * Stores the packs that ship and puts them in force, nationally. May run any number of times, also at once: what is
 * there already, or was put in force otherwise meanwhile, stays as it is.
 */
export async function ensureShippedPacks(source: DataSource): Promise<void> {
  await source.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('luban.shipped-rule-packs', 0))`);
    for (const pack of shippedPacks) {
      const [stored]: { id: string }[] = await tx.query(
        `INSERT INTO rule_pack (id, level, division_code, code, title, content, shipped)
         VALUES ($1, $2, $3, $4, $5, $6, true)
         ON CONFLICT ON CONSTRAINT rule_pack_level_division_code_code_key DO NOTHING RETURNING id`,
        [newId(), pack.level, pack.divisionCode, pack.code, pack.title, pack],
      );
      const force = inForce[pack.code];
      if (!force) throw new Error(`the shipped pack ${pack.code} has no day from which it is in force`);
      if (!stored) continue;
      await tx.query(
        `INSERT INTO rule_pack_force (id, pack_id, level, division_code, in_force_from, reason, at)
         VALUES ($1, $2, $3, $4, $5, $6, now())
         ON CONFLICT (level, division_code, in_force_from) WHERE ended_at IS NULL DO NOTHING`,
        [newId(), stored.id, pack.level, pack.divisionCode, force.from, force.reason],
      );
    }
  });
}

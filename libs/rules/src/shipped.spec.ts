import { shippedPacks } from '@luban/rulebook';
import { testDatabase } from '../../../test/support/test-database.js';
import { ensureShippedPacks, packInForce } from './index.js';

const country = { level: 'nationalIndustry', divisionCode: '000000' } as const;

describe('the packs that ship', () => {
  const db = testDatabase();
  const codeOn = async (day: string) =>
    (await packInForce(db.source.manager, country, day))?.pack.code ?? null;

  it('are stored once, however often and by however many they are loaded', async () => {
    await Promise.all([ensureShippedPacks(db.source), ensureShippedPacks(db.source)]);
    await ensureShippedPacks(db.source);
    const rows: { code: string; inForceFrom: string; content: unknown }[] = await db.source.query(
      `SELECT p.code, f.in_force_from::text AS "inForceFrom", p.content FROM rule_pack p
         JOIN rule_pack_force f ON f.pack_id = p.id ORDER BY f.in_force_from`,
    );
    expect(rows.map(({ code, inForceFrom }) => [code, inForceFrom])).toEqual([
      ['class-status-2018', '2018-01-01'],
      ['class-status-2020', '2020-05-25'],
      ['class-status-2023', '2022-11-01'],
    ]);
    expect(rows.map(({ content }) => content)).toEqual(shippedPacks);
  });

  it.each([
    ['2017-12-31', null],
    ['2018-01-01', 'class-status-2018'],
    ['2020-05-24', 'class-status-2018'],
    ['2020-05-25', 'class-status-2020'],
    ['2022-10-31', 'class-status-2020'],
    ['2026-01-01', 'class-status-2023'],
  ])('on %s the pack in force is %s', async (day, code) => {
    expect(await codeOn(day)).toBe(code);
  });

  it('are the country’s: a province has none until it makes its own', async () => {
    const zhejiang = { level: 'provincial', divisionCode: '330000' } as const;
    expect(await packInForce(db.source.manager, zhejiang, '2024-01-01')).toBeNull();
  });
});

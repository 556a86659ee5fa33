import type { EntityManager } from 'typeorm';

/**
 * Writes how organisations sound that are new or have another name since. Organisations are made in several places; that
 * nobody has to think of it, it is done by whoever searches by sound.
 */
export async function refreshOrganisationSounds(tx: EntityManager): Promise<void> {
  const stale: { id: string; name: string; shortName: string | null; names: string }[] = await tx.query(
    `SELECT o.id, o.name, o.short_name AS "shortName", concat_ws(E'\\n', o.name, o.short_name) AS names
       FROM organisation o LEFT JOIN organisation_sound s ON s.organisation_id = o.id
      WHERE s.names IS DISTINCT FROM concat_ws(E'\\n', o.name, o.short_name)`,
  );
  if (stale.length === 0) return;
  const { soundOf } = await import('./pinyin.js');
  const rows = stale.map(({ id, name, shortName, names }) => {
    const sounds = [name, shortName]
      .filter((text) => text !== null && text !== '')
      .map((text) => soundOf(text ?? ''));
    return {
      id,
      names,
      initials: sounds.map(({ initials }) => initials).join('\n'),
      pinyin: sounds.map(({ pinyin }) => pinyin).join('\n'),
    };
  });
  await tx.query(
    `INSERT INTO organisation_sound (organisation_id, names, initials, pinyin)
     SELECT r.id, r.names, r.initials, r.pinyin
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, names text, initials text, pinyin text)
       JOIN organisation o ON o.id = r.id
     ON CONFLICT (organisation_id) DO UPDATE
       SET names = EXCLUDED.names, initials = EXCLUDED.initials, pinyin = EXCLUDED.pinyin`,
    [JSON.stringify(rows)],
  );
}

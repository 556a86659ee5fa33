/**
 * The rows of result versions with their people: `ResultRow` and the version and skill they belong to. `$1` is the event;
 * the caller adds the condition on `r` (result), `v` (result_version), `e` (entry). Names are in it: never serve it
 * before decoding.
 */
export const resultRowsSql = (condition: string): string => `
  SELECT r.entry_id AS "entryId", e.entry_number AS "entryNumber", e.team_name AS "teamName",
    COALESCE(p.names, '{}') AS competitors, COALESCE(p.units, '{}') AS units,
    COALESCE((SELECT array_agg(DISTINCT ws.code) FROM placement pl JOIN workstation ws ON ws.event_id = pl.event_id
      AND ws.id = pl.workstation_id WHERE pl.event_id = r.event_id AND pl.entry_id = r.entry_id), '{}') AS workstations,
    r.delegation_id AS "delegationId", d.name AS "delegationName", r.group_id AS "groupId", g.name AS "groupName",
    r.status, r.total_hundredths AS "totalHundredths", r.scaled_score AS "scaledScore", r.rank, r.position, r.undecided,
    r.award, r.parts, v.skill_id AS "skillId", v.number AS version,
    COALESCE((SELECT json_agg(json_build_object('code', m.code, 'name', m.name, 'markHundredths',
        CASE WHEN r.total_hundredths IS NULL THEN NULL ELSE (r.parts -> 'parts' ->> m.code)::int END)
        ORDER BY m.position, m.code)
      FROM module m WHERE m.event_id = v.event_id AND m.skill_id = v.skill_id), '[]') AS modules
  FROM result r
  JOIN result_version v ON v.event_id = r.event_id AND v.id = r.version_id
  JOIN entry e ON e.event_id = r.event_id AND e.id = r.entry_id
  JOIN delegation d ON d.event_id = r.event_id AND d.id = r.delegation_id
  JOIN skill_group g ON g.event_id = r.event_id AND g.id = r.group_id
  LEFT JOIN LATERAL (
    SELECT array_agg(pe.name ORDER BY c.position) AS names, array_agg(COALESCE(c.unit, '') ORDER BY c.position) AS units
    FROM competitor c JOIN person pe ON pe.id = c.person_id
    WHERE c.event_id = r.event_id AND c.entry_id = r.entry_id) p ON TRUE
  WHERE r.event_id = $1 AND ${condition}
  ORDER BY g.position, g.name, r.position NULLS LAST, e.entry_number`;

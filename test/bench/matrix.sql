-- The stored values of every work of the event ($1), in the order of the aspects and seats: measured marks in hundredths,
-- judges' scores as they are; for the typed-array loop.
SELECT f.work_id, array_agg(COALESCE(m.mark_hundredths, m.value::int) ORDER BY a.position, m.seat) AS row
FROM mark m
JOIN marking_form f ON f.event_id = m.event_id AND f.id = m.form_id
JOIN aspect a ON a.event_id = m.event_id AND a.id = m.aspect_id
WHERE m.event_id = $1
GROUP BY f.work_id

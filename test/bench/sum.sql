-- The bare limit of a score run: one statement that sums the same rows, of every work of the event ($1).
SELECT f.work_id, sum(COALESCE(m.mark_hundredths, m.value))::int AS total
FROM mark m JOIN marking_form f ON f.event_id = m.event_id AND f.id = m.form_id
WHERE m.event_id = $1
GROUP BY f.work_id

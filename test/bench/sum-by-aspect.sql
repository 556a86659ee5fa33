-- One statement with the arithmetic of a score run: the mark of each aspect (a judgement is the mean of its scores, rounded
-- half up to hundredths), summed for every work of the event ($1).
SELECT f.work_id, sum(a.mark)::int AS total
FROM (
  SELECT m.form_id, CASE WHEN min(m.seat) = 0 THEN min(m.mark_hundredths)
    ELSE ((2 * sum(m.value)::int * x.max_hundredths + 3 * count(*)) / (6 * count(*)))::int END AS mark
  FROM mark m JOIN aspect x ON x.event_id = m.event_id AND x.id = m.aspect_id
  WHERE m.event_id = $1
  GROUP BY m.form_id, m.aspect_id, x.max_hundredths) a
JOIN marking_form f ON f.event_id = $1 AND f.id = a.form_id
GROUP BY f.work_id

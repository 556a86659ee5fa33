import type { Obligation } from './types.js';
import { useObligationsText } from './words.js';

const dayMs = 86_400_000;

/** The day it is due, and how far that is, while it is not handed in; whether it goes with the next application. */
export function DueDay({ obligation }: { obligation: Obligation }) {
  const t = useObligationsText();
  const { dueOn, dueWithNext, dueExpected, handedInAt } = obligation;
  if (dueOn === null) return <span className="quiet">{t('due.next')}</span>;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayMs);
  const far =
    days > 0 ? t('due.left', { count: days }) : days === 0 ? t('due.today') : t('due.late', { count: -days });
  return (
    <span className="figures">
      {dueOn}
      {dueExpected ? <span className="quiet"> {t('due.expected')}</span> : null}
      {handedInAt === null ? <span className="quiet owed-far">{far}</span> : null}
      {dueWithNext ? <span className="quiet owed-far">{t('due.next')}</span> : null}
    </span>
  );
}

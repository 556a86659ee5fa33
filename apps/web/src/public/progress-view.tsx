import type { Liveness } from '../api/live.js';
import { Loading } from '../frame/load-error.js';
import { formatCount } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { useNow, useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { progressOf, type ProgressBoard, type ProgressSkill } from './boards.js';
import { usePublicText } from './words.js';

/** How far each skill is: counts and clocks, never a mark. */
export function ProgressView(props: { board: ProgressBoard | null; pending: boolean; liveness: Liveness }) {
  const t = usePublicText();
  const { board, pending, liveness } = props;
  if (pending) return <Loading />;
  if (!board || board.skills.length === 0)
    return <EmptyState icon="matrix" title={t('noBoard')} line={t('noBoardLine')} />;
  return (
    <>
      <p className="quiet" role="status">
        {t(liveness)}
      </p>
      <ul className="progress-list">
        {board.skills.map((skill) => (
          <li key={skill.skillId} className="panel">
            <ProgressLine skill={skill} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ProgressLine({ skill }: { skill: ProgressSkill }) {
  const t = usePublicText();
  const language = useLanguage();
  const percent = progressOf(skill);
  return (
    <>
      <div className="progress-line">
        <h3>{language === 'en' && skill.nameEn ? skill.nameEn : skill.name}</h3>
        <span className="quiet">{t('entries', { count: skill.entries })}</span>
        <strong className="figures">
          {percent === null
            ? t('noForms')
            : t('forms', {
                signed: formatCount(skill.formsSigned),
                expected: formatCount(skill.formsExpected),
              })}
        </strong>
      </div>
      <ProgressBar percent={percent ?? 0} label={skill.name} />
      <p className="quiet figures">
        <SessionNow skill={skill} />
      </p>
    </>
  );
}

/** A plain bar; the count beside it says the same in words. */
export function ProgressBar({ percent, label }: { percent: number; label: string }) {
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}

/** Which session runs now, or which is next. */
export function SessionNow({ skill }: { skill: ProgressSkill }) {
  const t = usePublicText();
  const times = useTimes();
  const now = useNow(15).getTime();
  const running = skill.sessions.filter(
    ({ startsAt, endsAt }) => new Date(startsAt).getTime() <= now && now < new Date(endsAt).getTime(),
  );
  if (running.length > 0)
    return (
      <>{`${t('now')}：${running.map((s) => `${s.name}（${times.show(s.endsAt, 'time')}）`).join('、')}`}</>
    );
  const next = skill.sessions.find(({ startsAt }) => new Date(startsAt).getTime() > now);
  if (next) return <>{`${t('next')}：${next.name} ${times.show(next.startsAt, 'dayTime')}`}</>;
  return <>{skill.sessions.length > 0 ? t('ended') : null}</>;
}

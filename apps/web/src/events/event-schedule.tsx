import { Link } from 'react-router';
import { useEvent } from '../frame/event.js';
import { Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { Icon } from '../look/icons.js';
import { groupsText } from './names.js';
import { SkillName } from './skill-name.js';
import type { SkillListItem } from './types.js';
import { useEventsText } from './words.js';

/** The skills of an event with when each begins: the way into each, and what is still bare. */
export function EventSchedule({ skills }: { skills: readonly SkillListItem[] | undefined }) {
  const t = useEventsText();
  const times = useTimes();
  const language = useLanguage();
  const event = useEvent();
  const add = event.may.change.includes('skills') ? (
    <GoButton to={`/events/${event.id}/skills/new`} icon={<Icon name="add" />}>
      {t('skills.add')}
    </GoButton>
  ) : null;
  return (
    <section className="panel" aria-labelledby="schedule">
      <div className="section-head">
        <h2 id="schedule">{t('skills.title')}</h2>
        {skills && skills.length > 0 ? add : null}
      </div>
      {skills === undefined ? (
        <Loading lines={3} />
      ) : skills.length === 0 ? (
        <EmptyState icon="skill" title={t('skills.empty')} line={t('skills.emptyLine')} action={add} />
      ) : (
        <ul className="skill-lines">
          {skills.map((skill) => (
            <li key={skill.id}>
              <Link to={`/events/${event.id}/skills/${skill.id}`} className="skill-line">
                <span className="skill-line-code figures">{skill.code}</span>
                <span className="skill-line-name">
                  <SkillName skill={skill} />
                </span>
                <span className="quiet">{groupsText(skill, language) || t('skills.noGroup')}</span>
                <span className="quiet figures">
                  {t('skills.extent', { modules: skill.moduleCount, sessions: skill.sessionCount })}
                </span>
                <time className="figures" dateTime={skill.firstStartsAt ?? undefined}>
                  {skill.firstStartsAt ? times.show(skill.firstStartsAt).slice(5) : t('unset')}
                </time>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

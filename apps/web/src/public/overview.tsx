import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import type { PublicEvent } from './boards.js';
import { publicWords, usePublicText } from './words.js';

/** Dates, who runs it, and each skill with its groups, venue and sessions. */
export function Overview({ event }: { event: PublicEvent }) {
  const t = usePublicText();
  const times = useTimes();
  const language = useLanguage();
  return (
    <>
      <dl className="public-facts">
        <div>
          <dt>{t('dates')}</dt>
          <dd className="figures">
            {event.startsOn === event.endsOn ? event.startsOn : `${event.startsOn} – ${event.endsOn}`}
          </dd>
        </div>
        {event.registrationClosesAt ? (
          <div>
            <dt>{t('registration')}</dt>
            <dd className="figures">
              {times.showNamed(event.registrationOpensAt)} – {times.showNamed(event.registrationClosesAt)}
            </dd>
          </div>
        ) : null}
        {event.parties.map(({ id, part, name, nameEn }) => (
          <div key={id}>
            <dt>{publicWords.find(`part.${part}`) ?? part}</dt>
            <dd>{language === 'en' && nameEn ? nameEn : name}</dd>
          </div>
        ))}
      </dl>
      <h2 className="public-heading">{t('skills')}</h2>
      {event.skills.length === 0 ? (
        <EmptyState icon="skill" title={t('noSkills')} line={t('noSkillsLine')} />
      ) : (
        <ul className="public-skills">
          {event.skills.map((skill) => (
            <li key={skill.id} className="panel">
              <h3>{language === 'en' && skill.nameEn ? skill.nameEn : skill.name}</h3>
              <p className="quiet">
                {[publicWords.find(`team.${skill.teamSize}`), skill.groupNames.join(' / '), skill.venueName]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <ul className="public-sessions figures">
                {skill.sessions.map((session, at) => (
                  <li key={at}>
                    <span>
                      {session.moduleName} · {session.sessionName}
                    </span>
                    <span>
                      {times.show(session.startsAt, 'dayTime')} – {times.show(session.endsAt, 'time')}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

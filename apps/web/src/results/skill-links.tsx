import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';

export interface LinkedSkill {
  id: string;
  name: string;
  nameEn: string | null;
}

/** Skills as a list of links, each with what is said of it on the right. */
export function SkillLinks<Skill extends LinkedSkill>(props: {
  skills: readonly Skill[];
  to: (skillId: string) => string;
  say?: (skill: Skill) => ReactNode;
}) {
  const language = useLanguage();
  return (
    <ul className="skill-links">
      {props.skills.map((skill) => (
        <li key={skill.id}>
          <Link to={props.to(skill.id)}>
            <span className="skill-link-name">
              {language === 'en' && skill.nameEn ? skill.nameEn : skill.name}
            </span>
            <span className="skill-link-say">{props.say?.(skill)}</span>
            <Icon name="next" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

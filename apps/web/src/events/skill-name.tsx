import { useLanguage } from '../language/language.js';

/** A skill's name in the reader's language. */
export function SkillName({ skill }: { skill: { name: string; nameEn: string | null } }) {
  const language = useLanguage();
  return <>{language === 'en' && skill.nameEn ? skill.nameEn : skill.name}</>;
}

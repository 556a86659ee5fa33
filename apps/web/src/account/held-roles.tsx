import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';
import { useSession } from './session.js';

/** One's roles with their reach: 裁判长 · 2026年浙江省职业技能大赛 · 焊接. */
export function HeldRoles() {
  const frame = useFrameText();
  const language = useLanguage();
  const { roles } = useSession();
  const named = (zh: string | null, en: string | null) => (language === 'en' ? (en ?? zh) : zh);
  return (
    <ul className="held-roles">
      {roles.map((grant) => {
        const reach = [
          named(grant.eventName, grant.eventNameEn),
          named(grant.skillName, grant.skillNameEn),
          named(grant.delegationName, grant.delegationNameEn),
        ].filter((name) => name !== null);
        return (
          <li
            key={[grant.role, grant.organisationId, grant.eventId, grant.skillId, grant.delegationId].join(
              ' ',
            )}
          >
            <strong>{frame(`role.${grant.role}`)}</strong>
            {reach.map((name) => ` · ${name}`).join('')}
          </li>
        );
      })}
    </ul>
  );
}

import { Alert, Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { ClausePopover } from '../parts/clause.js';
import { EmptyState } from '../parts/empty-state.js';
import { AwardName, statusText } from '../results/award.js';
import type { PublishedResults, PublishedSkill } from './boards.js';
import { DelegationTable, SpecialAwards } from './delegation-table.js';
import { usePublicText } from './words.js';

type Placing = PublishedSkill['groups'][number]['placings'][number];

/** Published results: each skill with its medals and where they rest, the delegation table, the special awards. */
export function ResultsView(props: {
  results: PublishedResults | null;
  pending: boolean;
  onProgress: () => void;
}) {
  const t = usePublicText();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const { results } = props;
  if (props.pending) return <Loading />;
  if (!results || results.skills.length === 0)
    return (
      <EmptyState
        icon="medal"
        title={t('noResults')}
        line={t('noResultsLine')}
        action={<Button onClick={props.onProgress}>{t('toProgress')}</Button>}
      />
    );
  const chosen = params.get('skill');
  const shown = results.skills.filter(({ skillId }) => chosen === null || skillId === chosen);
  const pick = (skillId: string | undefined) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (skillId) next.set('skill', skillId);
        else next.delete('skill');
        return next;
      },
      { replace: true },
    );
  return (
    <>
      {results.skills.length > 1 ? (
        <label className="public-pick">
          {t('pickSkill')}
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen ?? ''}
            onChange={(skillId) => pick(skillId || undefined)}
            options={[
              { value: '', label: t('allSkills') },
              ...results.skills.map((skill) => ({
                value: skill.skillId,
                label: language === 'en' && skill.nameEn ? skill.nameEn : skill.name,
              })),
            ]}
          />
        </label>
      ) : null}
      {chosen === null ? <DelegationTable results={results} /> : null}
      {chosen === null ? <SpecialAwards results={results} /> : null}
      {shown.map((skill) => (
        <SkillResults key={skill.skillId} skill={skill} />
      ))}
    </>
  );
}

function SkillResults({ skill }: { skill: PublishedSkill }) {
  const t = usePublicText();
  const times = useTimes();
  const language = useLanguage();
  return (
    <section className="public-result">
      <h2>{language === 'en' && skill.nameEn ? skill.nameEn : skill.name}</h2>
      <p className="quiet figures">
        {t('publishedAt', {
          time: times.showNamed(skill.publishedAt),
          kind: t(`kind.${skill.kind}`),
          code: skill.versionCode,
        })}
      </p>
      {skill.kind === 'provisional' ? <Alert type="info" showIcon title={t('banner.provisional')} /> : null}
      {skill.correction && skill.note ? (
        <Alert type="warning" showIcon title={t('banner.correction', { note: skill.note })} />
      ) : null}
      {skill.groups.map((group) => (
        <div key={group.groupId} className="public-group">
          <h3>{group.name}</h3>
          <div className="public-scroll">
            <table className="public-table">
              <thead>
                <tr>
                  <th className="figures">{t('rank')}</th>
                  <th>{t('name')}</th>
                  <th>{t('delegation')}</th>
                  <th className="figures">{t('total')}</th>
                  {skill.scaled ? <th className="figures">{t('scaled')}</th> : null}
                  <th>{t('award')}</th>
                </tr>
              </thead>
              <tbody>
                {group.placings.map((placing) => (
                  <tr key={placing.entryId}>
                    <td className="figures">{placing.rank ?? notYet}</td>
                    <td>
                      <Names placing={placing} />
                    </td>
                    <td>{placing.delegation}</td>
                    <td className="figures">{formatMark(placing.totalHundredths)}</td>
                    {skill.scaled ? <td className="figures">{placing.scaledScore ?? notYet}</td> : null}
                    <td>
                      <AwardWithRule skill={skill} placing={placing} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ))}
    </section>
  );
}

/** Names as they may be shown, with the units where those are shown too. */
export function Names({ placing }: { placing: Placing }) {
  const units = [...new Set(placing.units.filter(Boolean))];
  return (
    <>
      {placing.names.join('、')}
      {placing.teamName ? `（${placing.teamName}）` : null}
      {units.length > 0 ? <span className="public-unit">{units.join('、')}</span> : null}
    </>
  );
}

/** The award; asked, it shows its clause. Those who were not placed show their status. */
function AwardWithRule({ skill, placing }: { skill: PublishedSkill; placing: Placing }) {
  const t = usePublicText();
  const { award } = placing;
  if (award === null) return <>{statusText(placing.status)}</>;
  const clause = skill.clauses.find((one) => one.award === award)?.clause;
  if (!clause) return <AwardName award={award} />;
  return (
    <ClausePopover
      clause={{
        name: t('rule'),
        text: { zh: clause.zh, en: clause.en },
        source: `${clause.source}${clause.year === null ? '' : ` · ${clause.year}`} · ${clause.scope}`,
        verified: clause.grade === 'verified',
      }}
    >
      <AwardName award={award} />
    </ClausePopover>
  );
}

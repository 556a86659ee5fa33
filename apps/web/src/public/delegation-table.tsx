import { awardText, MedalShape } from '../results/award.js';
import { useLanguage } from '../language/language.js';
import type { PublishedResults } from './boards.js';
import { usePublicText } from './words.js';

/** Medals by delegation; a delegation without any is not in it. */
export function DelegationTable({ results, most }: { results: PublishedResults; most?: number }) {
  const t = usePublicText();
  const { delegations } = results;
  const [first] = delegations;
  if (!first) return null;
  return (
    <section className="public-result">
      <h2>{t('table')}</h2>
      <div className="public-scroll">
        <table className="public-table">
          <thead>
            <tr>
              <th className="figures">{t('position')}</th>
              <th>{t('delegation')}</th>
              {first.awards.map(({ award }) => (
                <th key={award} className="figures">
                  <MedalShape award={award} /> {awardText(award)}
                </th>
              ))}
              {results.delegationsByPoints ? <th className="figures">{t('points')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {delegations.slice(0, most).map((line) => (
              <tr key={line.delegationId}>
                <td className="figures">{line.position}</td>
                <td>{line.delegation}</td>
                {line.awards.map(({ award, count }) => (
                  <td key={award} className="figures">
                    {count}
                  </td>
                ))}
                {results.delegationsByPoints ? <td className="figures">{line.points}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Albert Vidal Award and best of each delegation, where the policy has them. */
export function SpecialAwards({ results }: { results: PublishedResults }) {
  const t = usePublicText();
  const language = useLanguage();
  const skillName = ({ skill, skillEn }: { skill: string; skillEn: string | null }) =>
    language === 'en' && skillEn ? skillEn : skill;
  return (
    <>
      {results.albertVidal.length > 0 ? (
        <section className="public-result">
          <h2>{t('albertVidal')}</h2>
          <p className="special-award">
            {results.albertVidal.map((entry) => `${entry.names.join('、')} · ${skillName(entry)}`).join('；')}
          </p>
        </section>
      ) : null}
      {results.bestOfDelegation.length > 0 ? (
        <section className="public-result">
          <h2>{t('best')}</h2>
          <div className="public-scroll">
            <table className="public-table">
              <thead>
                <tr>
                  <th>{t('delegation')}</th>
                  <th>{t('name')}</th>
                  <th>{t('pickSkill')}</th>
                  <th className="figures">{t('scaled')}</th>
                </tr>
              </thead>
              <tbody>
                {results.bestOfDelegation.flatMap((line) =>
                  line.entries.map((entry) => (
                    <tr key={entry.entryId}>
                      <td>{line.delegation}</td>
                      <td>{entry.names.join('、')}</td>
                      <td>{skillName(entry)}</td>
                      <td className="figures">{line.scaledScore}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        </section>
      ) : null}
    </>
  );
}

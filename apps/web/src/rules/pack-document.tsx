import {
  checkInWords,
  officialName,
  ruleParametersInWords,
  type Citation,
  type Duty,
  type Rule,
  type RulePack,
} from '@luban/rulebook';
import { Alert } from 'antd';
import { useSaid } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import { useRulesText } from './words.js';

/** A pack to be read from top to bottom: names, rules with their parameters and clauses, what is owed afterwards. */
export function PackDocument({ pack }: { pack: RulePack }) {
  const t = useRulesText();
  const unverified = pack.rules.filter(({ citation }) => citation.grade === 'unverified').length;
  const example = officialName(pack, {
    planYear: pack.year,
    edition: '第三届',
    name: pack.classes[0] === 'two' ? '全国机械行业职业技能竞赛' : '全国工业设计职业技能大赛',
  });
  return (
    <div className="pack-document">
      {unverified > 0 ? (
        <Alert type="warning" showIcon title={t('doc.unverifiedCount', { count: unverified })} />
      ) : null}
      <section className="page-section">
        <h2>{t('doc.rules')}</h2>
        <ol className="rule-list">
          {pack.rules.map((rule) => (
            <RuleShown key={rule.id} rule={rule} />
          ))}
        </ol>
      </section>
      <section className="page-section">
        <h2>{t('doc.naming')}</h2>
        <p>{t('doc.namingLine', { pattern: pack.naming.pattern, example })}</p>
        <CitationLine citation={pack.naming.citation} />
        <p>
          {t('doc.classes')}：
          {pack.classes.length === 0
            ? t('doc.noClasses')
            : pack.classes.map((one) => t(`class.${one}`)).join('、')}
        </p>
      </section>
      <section className="page-section">
        <h2>{t('doc.duties')}</h2>
        {pack.duties.length === 0 ? <p className="quiet">{t('doc.noDuties')}</p> : null}
        <ol className="rule-list">
          {pack.duties.map((duty) => (
            <DutyShown key={duty.kind} duty={duty} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function RuleShown({ rule }: { rule: Rule }) {
  const t = useRulesText();
  const said = useSaid();
  const parameters = ruleParametersInWords(rule);
  return (
    <li className="rule-shown" id={rule.id}>
      <div className="rule-head">
        <h3>{said(rule.title)}</h3>
        <StateTag look={rule.severity} quiet>
          {t(`doc.severity.${rule.severity}`)}
        </StateTag>
      </div>
      <p className="rule-check">
        {t('doc.looksAt')}：{said(checkInWords[rule.check].looksAt)}
        {parameters.length > 0 ? '。' : null}
        {parameters.map(({ key, label, value }) => (
          <span key={key} className="rule-parameter">
            {said(label)} <strong className="figures">{said(value)}</strong>
          </span>
        ))}
      </p>
      <CitationLine citation={rule.citation} />
      {rule.from || rule.until ? (
        <p className="quiet figures">
          {rule.from ? t('doc.from', { from: rule.from }) : null}{' '}
          {rule.until ? t('doc.until', { until: rule.until }) : null}
        </p>
      ) : null}
    </li>
  );
}

function DutyShown({ duty }: { duty: Duty }) {
  const t = useRulesText();
  const said = useSaid();
  return (
    <li className="rule-shown">
      <div className="rule-head">
        <h3>{said(duty.title)}</h3>
        <span className="quiet">
          {duty.dueDays === null ? t('doc.dueNext') : t('doc.due', { days: duty.dueDays })}
        </span>
      </div>
      <CitationLine citation={duty.citation} />
    </li>
  );
}

/** The clause with its source, and whether the text was seen. */
export function CitationLine({ citation }: { citation: Citation }) {
  const t = useRulesText();
  const said = useSaid();
  const verified = citation.grade === 'verified';
  return (
    <p className="rule-citation">
      <span>{said(citation.article)}</span>
      <StateTag look={verified ? 'passed' : 'unknown'} quiet>
        {t(verified ? 'doc.verified' : 'doc.unverified')}
      </StateTag>
      <span className="quiet rule-source">
        {t('doc.source')} {citation.source}
      </span>
    </p>
  );
}

import { checkInWords, type CheckName, checkNames, type Rule } from '@luban/rulebook';
import { Button, Collapse, Dropdown } from 'antd';
import { useState } from 'react';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import { useFaultCount } from './fault-field.js';
import { newRule } from './new-rule.js';
import { RuleFields } from './rule-fields.js';
import { useRulesText } from './words.js';

/** The rules of a draft, each opened on its own; new ones come from the closed list of checks. */
export function DraftRules({
  rules,
  idle,
  onChange,
}: {
  rules: Rule[];
  /** Those about a class that the pack does not grant. */
  idle: readonly Rule[];
  onChange: (rules: Rule[]) => void;
}) {
  const t = useRulesText();
  const said = useSaid();
  const [open, setOpen] = useState<string[]>([]);
  const [removed, setRemoved] = useState<{ rule: Rule; at: number } | null>(null);
  const put = (at: number, rule: Rule) => onChange(rules.map((one, index) => (index === at ? rule : one)));
  const move = (at: number, by: 1 | -1) => {
    const next = [...rules];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + by, 0, taken);
    onChange(next);
  };
  const add = (check: CheckName) => {
    const rule = newRule(check, rules);
    onChange([...rules, rule]);
    setOpen([...open, rule.id]);
  };
  return (
    <section className="panel draft-section">
      <div className="section-head">
        <h2>{t('edit.rules')}</h2>
        <Dropdown
          trigger={['click']}
          menu={{
            items: checkNames.map((check) => ({ key: check, label: said(checkInWords[check].name) })),
            onClick: ({ key }) => add(key as CheckName),
          }}
        >
          <Button icon={<Icon name="add" />}>{t('edit.add')}</Button>
        </Dropdown>
      </div>
      <p className="quiet">{t('edit.addLine')}</p>
      {removed ? (
        <p className="removed-rule" role="status">
          {t('edit.removed', { title: said(removed.rule.title) })}
          <Button
            type="link"
            size="small"
            icon={<Icon name="undo" />}
            onClick={() => {
              onChange(rules.toSpliced(removed.at, 0, removed.rule));
              setRemoved(null);
            }}
          >
            {t('edit.undo')}
          </Button>
        </p>
      ) : null}
      <Collapse
        activeKey={open}
        onChange={(keys) => setOpen(keys)}
        items={rules.map((rule, at) => ({
          key: rule.id,
          label: <RuleLabel rule={rule} path={`rules.${at}`} isIdle={idle.includes(rule)} />,
          children: (
            <>
              <RuleFields rule={rule} path={`rules.${at}`} onChange={(changed) => put(at, changed)} />
              <div className="rule-tools">
                <Button
                  size="small"
                  icon={<Icon name="up" />}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  {t('edit.up')}
                </Button>
                <Button
                  size="small"
                  icon={<Icon name="down" />}
                  disabled={at === rules.length - 1}
                  onClick={() => move(at, 1)}
                >
                  {t('edit.down')}
                </Button>
                <Button
                  size="small"
                  danger
                  icon={<Icon name="remove" />}
                  onClick={() => {
                    setRemoved({ rule, at });
                    onChange(rules.filter((_, index) => index !== at));
                  }}
                >
                  {t('edit.remove')}
                </Button>
              </div>
            </>
          ),
        }))}
      />
    </section>
  );
}

function RuleLabel({ rule, path, isIdle }: { rule: Rule; path: string; isIdle: boolean }) {
  const t = useRulesText();
  const said = useSaid();
  const faults = useFaultCount(path);
  return (
    <span className="rule-head">
      <span>{said(rule.title)}</span>
      <span className="rule-states">
        {faults > 0 ? (
          <StateTag look="blocking" quiet>
            {t('edit.faults', { count: faults })}
          </StateTag>
        ) : null}
        {isIdle ? (
          <StateTag look="warning" quiet>
            {t('edit.idle')}
          </StateTag>
        ) : null}
        {rule.citation.grade === 'unverified' ? (
          <StateTag look="unknown" quiet>
            {t('edit.unverified')}
          </StateTag>
        ) : null}
        <StateTag look={rule.severity} quiet>
          {t(`doc.severity.${rule.severity}`)}
        </StateTag>
      </span>
    </span>
  );
}

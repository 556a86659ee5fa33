import { Button } from 'antd';
import type { SchemeTree } from '@luban/scoring';
import { Icon } from '../look/icons.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { StateShape } from '../parts/state-tag.js';
import { addCriterion, addSub, type Spot } from './tree-edits.js';
import { criterionSum, subSum } from './tree-sums.js';
import { useSchemeText } from './words.js';

/** Criteria and sub-criteria with their sums; one is chosen to be worked on. */
export function TreeNav(props: {
  tree: SchemeTree;
  at: Spot;
  onGo: (spot: Spot) => void;
  onChange: (tree: SchemeTree) => void;
  disabled: boolean;
  /** Codes of sub-criteria in which something is to be seen to. */
  flagged: ReadonlySet<string>;
}) {
  const { tree, at, onGo, onChange, disabled } = props;
  const t = useSchemeText();
  return (
    <nav className="tree-nav" aria-label={t('tree.criteria')}>
      {tree.criteria.map((criterion, c) => (
        <section key={c}>
          <h3>
            <span>
              {criterion.code} {criterion.name || t('tree.unnamed')}
            </span>
            <MarkFigure hundredths={criterionSum(criterion)} />
          </h3>
          <ul>
            {criterion.subCriteria.map((sub, s) => {
              const here = at.criterion === c && at.sub === s;
              return (
                <li key={s}>
                  <button
                    type="button"
                    className={here ? 'is-here' : ''}
                    aria-current={here}
                    onClick={() => onGo({ criterion: c, sub: s })}
                  >
                    <span className="figures">{sub.code}</span>
                    <span className="tree-nav-name">{sub.name || t('tree.unnamed')}</span>
                    {props.flagged.has(sub.code) ? <StateShape look="warning" size={12} /> : null}
                    <MarkFigure hundredths={subSum(sub)} />
                  </button>
                </li>
              );
            })}
          </ul>
          {disabled ? null : (
            <Button
              type="text"
              size="small"
              icon={<Icon name="add" />}
              onClick={() => {
                onChange(addSub(tree, c));
                onGo({ criterion: c, sub: criterion.subCriteria.length });
              }}
            >
              {t('tree.addSub')}
            </Button>
          )}
        </section>
      ))}
      {disabled ? null : (
        <Button
          icon={<Icon name="add" />}
          onClick={() => {
            onChange(addCriterion(tree));
            onGo({ criterion: tree.criteria.length, sub: 0 });
          }}
        >
          {t('tree.addCriterion')}
        </Button>
      )}
    </nav>
  );
}

import { App, Button, Input, InputNumber } from 'antd';
import type { SchemeFinding, SchemeTree } from '@luban/scoring';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { AspectRow } from './aspect-row.js';
import {
  addAspect,
  editAspect,
  editCriterion,
  editSub,
  moved,
  removeCriterion,
  removeSub,
  setAspects,
  type Spot,
} from './tree-edits.js';
import { subSum } from './tree-sums.js';
import { useSchemeText } from './words.js';

/** One sub-criterion, which is one marking form: its name, its day, its aspects. */
export function SubEditor(props: {
  tree: SchemeTree;
  at: Spot;
  findings: readonly SchemeFinding[];
  disabled: boolean;
  onChange: (tree: SchemeTree) => void;
}) {
  const { tree, at, disabled, onChange } = props;
  const t = useSchemeText();
  const said = useSaid();
  const { modal } = App.useApp();
  const criterion = tree.criteria[at.criterion];
  if (!criterion) return null;
  const sub = criterion.subCriteria[at.sub];
  const ask = (code: string, count: number, next: SchemeTree) => {
    if (count === 0) return onChange(next);
    void modal.confirm({
      title: t('tree.removeTitle', { code, count }),
      okText: t('tree.remove'),
      okButtonProps: { danger: true },
      onOk: () => onChange(next),
    });
  };
  const add = (after: number) => {
    onChange(addAspect(tree, at, after));
    // The new line is there after the next paint.
    setTimeout(() => {
      const lines = document.querySelectorAll<HTMLTextAreaElement>('.aspect .aspect-text');
      lines[after + 1]?.focus();
    });
  };
  return (
    <div className="sub-editor">
      <div className="sub-fields">
        <label className="field-code">
          <span>{t('tree.criterionCode')}</span>
          <Input
            value={criterion.code}
            disabled={disabled}
            maxLength={1}
            status={tree.criteria.filter(({ code }) => code === criterion.code).length > 1 ? 'error' : ''}
            onChange={(typed) => {
              const code = typed.target.value.toUpperCase();
              if (/^[A-Z]$/.test(code)) onChange(editCriterion(tree, at.criterion, { code }));
            }}
          />
        </label>
        <label className="field-name">
          <span>{t('tree.criterionName')}</span>
          <Input
            value={criterion.name}
            disabled={disabled}
            onChange={(typed) => onChange(editCriterion(tree, at.criterion, { name: typed.target.value }))}
          />
        </label>
        {disabled ? null : (
          <Button
            type="text"
            icon={<Icon name="remove" />}
            onClick={() =>
              ask(
                criterion.code,
                criterion.subCriteria.reduce((sum, { aspects }) => sum + aspects.length, 0),
                removeCriterion(tree, at.criterion),
              )
            }
          >
            {t('tree.removeCriterion')}
          </Button>
        )}
      </div>
      {sub ? (
        <>
          <div className="sub-fields">
            <strong className="field-code figures">{sub.code}</strong>
            <label className="field-name">
              <span>{t('tree.subName')}</span>
              <Input
                value={sub.name}
                disabled={disabled}
                onChange={(typed) => onChange(editSub(tree, at, { name: typed.target.value }))}
              />
            </label>
            <label>
              <span>{t('tree.day')}</span>
              <InputNumber
                min={1}
                max={30}
                precision={0}
                value={sub.dayOfMarking}
                disabled={disabled}
                onChange={(dayOfMarking) => onChange(editSub(tree, at, { dayOfMarking }))}
              />
            </label>
            <span className="sub-sum">
              <MarkFigure hundredths={subSum(sub)} />
            </span>
            {disabled ? null : (
              <Button
                type="text"
                icon={<Icon name="remove" />}
                onClick={() => ask(sub.code, sub.aspects.length, removeSub(tree, at))}
              >
                {t('tree.removeSub')}
              </Button>
            )}
          </div>
          {sub.aspects.length === 0 ? <p className="quiet">{t('tree.noAspects')}</p> : null}
          <ol className="aspects">
            {sub.aspects.map((aspect, index) => {
              const finding = props.findings.find((one) => one.at === aspect.id);
              return (
                <AspectRow
                  key={index}
                  aspect={aspect}
                  sections={tree.sections}
                  warning={finding ? said(finding.message) : null}
                  disabled={disabled}
                  onChange={(change) => onChange(editAspect(tree, at, index, change))}
                  onMove={(by) => onChange(setAspects(tree, at, moved(sub.aspects, index, by)))}
                  onAdd={() => add(index)}
                  onRemove={() =>
                    onChange(
                      setAspects(
                        tree,
                        at,
                        sub.aspects.filter((_, one) => one !== index),
                      ),
                    )
                  }
                />
              );
            })}
          </ol>
          {disabled ? null : (
            <div className="section-head">
              <Button icon={<Icon name="add" />} onClick={() => add(sub.aspects.length - 1)}>
                {t('tree.addAspect')}
              </Button>
              <span className="quiet keys-hint">{t('tree.keys')}</span>
            </div>
          )}
        </>
      ) : null}
    </div>
  );
}

import { Button, Input } from 'antd';
import { marksBySection, type SchemeTree } from '@luban/scoring';
import { formatMark } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { MarkInput } from './mark-input.js';
import { setSections } from './tree-edits.js';
import { useSchemeText } from './words.js';

/** The standard sections with their weights, and what the aspects carry of each at this moment. */
export function SectionsEditor(props: {
  tree: SchemeTree;
  onChange: (tree: SchemeTree) => void;
  disabled: boolean;
}) {
  const { tree, onChange, disabled } = props;
  const t = useSchemeText();
  const marks = marksBySection(tree);
  const change = (at: number, part: Partial<SchemeTree['sections'][number]>) =>
    onChange(
      setSections(
        tree,
        tree.sections.map((one, index) => (index === at ? { ...one, ...part } : one)),
      ),
    );
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>{t('sections.title')}</h2>
        {disabled ? null : (
          <Button
            icon={<Icon name="add" />}
            onClick={() =>
              onChange(
                setSections(tree, [
                  ...tree.sections,
                  { number: String(tree.sections.length + 1), name: '', weightHundredths: 0 },
                ]),
              )
            }
          >
            {t('tree.addSection')}
          </Button>
        )}
      </div>
      <p className="quiet">{tree.sections.length === 0 ? t('sections.none') : t('sections.line')}</p>
      <ul className="section-list">
        {tree.sections.map((section, at) => {
          const sum = marks.get(section.number) ?? 0;
          const variation = sum - section.weightHundredths;
          return (
            <li key={at}>
              <span className="figures">{section.number}</span>
              <Input
                aria-label={`${section.number} ${t('sections.name')}`}
                value={section.name}
                disabled={disabled}
                onChange={(typed) => change(at, { name: typed.target.value })}
              />
              <MarkInput
                label={`${section.number} ${t('sections.weight')}`}
                hundredths={section.weightHundredths}
                disabled={disabled}
                onChange={(weightHundredths) => change(at, { weightHundredths })}
              />
              <MarkFigure hundredths={sum} />
              <span className={`figures ${Math.abs(variation) > 500 ? 'section-off' : 'quiet'}`}>
                {`${variation > 0 ? '+' : ''}${formatMark(variation)}`}
              </span>
              <Button
                type="text"
                aria-label={t('sections.remove', { number: section.number })}
                icon={<Icon name="remove" />}
                disabled={disabled}
                onClick={() =>
                  onChange(
                    setSections(
                      tree,
                      tree.sections.filter((_, index) => index !== at),
                    ),
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { marksBySection, type SchemeTree } from '@luban/scoring';
import { Table } from 'antd';
import { formatMark } from '../language/format.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { StateShape } from '../parts/state-tag.js';
import { useSchemeText } from './words.js';

/** Points by which a section's marks may differ from its weight before it is pointed out (DOMAIN.md 5, V). */
const tolerance = 500;

/** The standard sections, their weights against what their aspects carry. */
export function SectionTable({ tree }: { tree: SchemeTree }) {
  const t = useSchemeText();
  const marks = marksBySection(tree);
  const rows = tree.sections.map((section) => {
    const sum = marks.get(section.number) ?? 0;
    return { ...section, sum, variation: sum - section.weightHundredths };
  });
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>{t('sections.title')}</h2>
        <span className="quiet">{t('sections.line')}</span>
      </div>
      <Table
        size="small"
        rowKey="number"
        pagination={false}
        dataSource={rows}
        columns={[
          { dataIndex: 'number', title: t('sections.number'), width: 70, className: 'figures' },
          { dataIndex: 'name', title: t('sections.name') },
          {
            key: 'weight',
            title: t('sections.weight'),
            align: 'right',
            width: 100,
            render: (_, row) => <MarkFigure hundredths={row.weightHundredths} />,
          },
          {
            key: 'marks',
            title: t('sections.marks'),
            align: 'right',
            width: 100,
            render: (_, row) => <MarkFigure hundredths={row.sum} />,
          },
          {
            key: 'variation',
            title: t('sections.variation'),
            align: 'right',
            width: 110,
            className: 'figures',
            render: (_, row) => (
              <span className={Math.abs(row.variation) > tolerance ? 'section-off' : 'quiet'}>
                {Math.abs(row.variation) > tolerance ? <StateShape look="warning" /> : null}
                {`${row.variation > 0 ? '+' : ''}${formatMark(row.variation)}`}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}

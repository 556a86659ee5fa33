import type { SchemeTree } from '@luban/scoring';
import { Fragment } from 'react';
import { MarkFigure } from '../parts/mark-figure.js';
import { criterionSum, subSum } from './tree-sums.js';
import { useSchemeText } from './words.js';

/** A scheme to read: criteria, sub-criteria and aspects with their marks. */
export function TreeOutline({ tree }: { tree: SchemeTree }) {
  const t = useSchemeText();
  return (
    <div className="tree-outline">
      {tree.criteria.map((criterion, index) => (
        <details key={criterion.code} open={index === 0}>
          <summary>
            <strong>
              {criterion.code} {criterion.name}
            </strong>
            <MarkFigure hundredths={criterionSum(criterion)} />
          </summary>
          <table>
            <tbody>
              {criterion.subCriteria.map((sub) => (
                <Fragment key={sub.code}>
                  <tr className="outline-sub">
                    <td className="figures">{sub.code}</td>
                    <td colSpan={2}>{sub.name}</td>
                    <td>
                      <MarkFigure hundredths={subSum(sub)} />
                    </td>
                  </tr>
                  {sub.aspects.map((aspect) => (
                    <tr key={aspect.id}>
                      <td className="figures">{aspect.id}</td>
                      <td>
                        {aspect.description}
                        {aspect.requirement ? <span className="quiet"> {aspect.requirement}</span> : null}
                      </td>
                      <td className="outline-kind quiet">
                        {t(`kind.${aspect.kind}`)}
                        {aspect.calculation ? ` · ${t(`calc.${aspect.calculation.type}`)}` : ''}
                      </td>
                      <td>
                        <MarkFigure hundredths={aspect.maxHundredths} />
                      </td>
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </div>
  );
}

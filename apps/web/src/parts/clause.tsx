import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useSaid } from '../language/language.js';
import type { Said } from '../language/words.js';
import { StateTag } from './state-tag.js';
import { usePartText } from './words.js';

/** Which rule produced a value: its text, where it is published, and whether that was checked. */
export interface Clause {
  /** `第五条` or `national-2020 · medals`: what the rule pack calls it. */
  name: Said | string;
  text?: Said | string | undefined;
  source?: Said | string | undefined;
  verified: boolean;
}

/** What a clause says, laid out. */
export function ClauseBody({ clause }: { clause: Clause }) {
  const t = usePartText();
  const said = useSaid();
  const read = (words: Said | string) => (typeof words === 'string' ? words : said(words));
  return (
    <div className="clause">
      <div className="clause-name">{read(clause.name)}</div>
      {clause.text === undefined ? null : <p>{read(clause.text)}</p>}
      {clause.source === undefined ? null : (
        <div className="clause-source">
          {t('clause.source')}: {read(clause.source)}
        </div>
      )}
      <StateTag look={clause.verified ? 'passed' : 'unknown'} quiet>
        {t(clause.verified ? 'clause.verified' : 'clause.unverified')}
      </StateTag>
    </div>
  );
}

/**
 * A value that can be asked for its rule: hover, tap or Enter shows the clause.
 * @example <ClausePopover clause={clause}>{formatMark(row.markHundredths)}</ClausePopover>
 */
export function ClausePopover({ clause, children }: { clause: Clause; children: ReactNode }) {
  const t = usePartText();
  return (
    <Popover
      content={<ClauseBody clause={clause} />}
      title={t('clause.rule')}
      trigger={['hover', 'focus', 'click']}
    >
      <button type="button" className="asks-rule">
        {children}
      </button>
    </Popover>
  );
}

import { Tooltip } from 'antd';
import { StateTag, type StateLook } from '../../parts/state-tag.js';
import type { Change } from '../types.js';
import { usePlansText } from '../words.js';

const looks: Record<Change, StateLook> = {
  added: 'running',
  removed: 'ended',
  corrected: 'warning',
  kept: 'passed',
};

/** What a version does with a contest; the note tells the rest. */
export function ChangeTag({ change, note }: { change: Change; note: string | null }) {
  const t = usePlansText();
  if (change === 'kept') return <span className="quiet">{t('change.kept')}</span>;
  const tag = <StateTag look={looks[change]}>{t(`change.${change}`)}</StateTag>;
  return note ? (
    <Tooltip title={note}>
      <span>{tag}</span>
    </Tooltip>
  ) : (
    tag
  );
}

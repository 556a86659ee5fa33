import { Alert, Button } from 'antd';
import { notYet } from '../language/format.js';
import type { Conflict } from './form-draft.js';
import { useMarkingText } from './words.js';

/** Two tablets, one value: both side by side, and a person decides. */
export function ConflictNote(props: {
  conflict: Conflict;
  disabled: boolean;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const t = useMarkingText();
  const mine = props.conflict.mine ?? notYet;
  const theirs = props.conflict.theirs ?? notYet;
  return (
    <Alert
      type="warning"
      showIcon
      className="conflict"
      title={t('conflict.line', { name: props.conflict.by ?? t('conflict.somebody'), mine, theirs })}
      action={
        <div className="conflict-ways">
          <Button disabled={props.disabled} onClick={props.onMine}>
            {t('conflict.mine', { value: mine })}
          </Button>
          <Button onClick={props.onTheirs}>{t('conflict.theirs', { value: theirs })}</Button>
        </div>
      }
    />
  );
}

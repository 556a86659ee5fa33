import { Button } from 'antd';
import { Icon } from '../look/icons.js';
import { useApplicationsText } from './words.js';

/** What may be done with a row of a list: up, down, away. */
export function RowTools({
  at,
  count,
  onMove,
  onRemove,
}: {
  at: number;
  count: number;
  onMove?: (from: number, to: number) => void;
  onRemove: (at: number) => void;
}) {
  const t = useApplicationsText();
  return (
    <div className="row-tools">
      {onMove && at > 0 ? (
        <Button
          type="text"
          size="small"
          aria-label={t('moveUp')}
          title={t('moveUp')}
          icon={<Icon name="up" />}
          onClick={() => onMove(at, at - 1)}
        />
      ) : null}
      <Button
        type="text"
        size="small"
        aria-label={t('remove')}
        title={t('remove')}
        icon={<Icon name="remove" />}
        onClick={() => onRemove(at)}
      />
      {onMove && at < count - 1 ? (
        <Button
          type="text"
          size="small"
          aria-label={t('moveDown')}
          title={t('moveDown')}
          icon={<Icon name="down" />}
          onClick={() => onMove(at, at + 1)}
        />
      ) : null}
    </div>
  );
}

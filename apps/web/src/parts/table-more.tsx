import { Button } from 'antd';
import { usePartText } from './words.js';

/** The end of a keyset list: how much has been read, and the rest on request. */
export function TableMore(props: { has: boolean; loading: boolean; load: () => void; count: number }) {
  const t = usePartText();
  if (!props.has) return null;
  return (
    <div className="table-more">
      <span className="quiet">{t('table.moreLeft', { count: props.count })}</span>
      <Button loading={props.loading} onClick={props.load}>
        {t('table.more')}
      </Button>
    </div>
  );
}

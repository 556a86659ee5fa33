import { Button, Popconfirm } from 'antd';
import type { Form } from '../marking/types.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { StateTag } from '../parts/state-tag.js';
import type { Reading } from './paper-values.js';
import { usePaperText } from './words.js';

/** Below the sheet: running subtotal, what is still to do, and the one button. */
export function SheetFoot(props: {
  form: Form;
  reading: Reading;
  verb: string;
  busy: boolean;
  onSend: () => void;
  onGo: () => void;
  onClear: () => void;
}) {
  const t = usePaperText();
  const { missing, bad, marks } = props.reading;
  const max = props.form.aspects.reduce((sum, { maxHundredths }) => sum + maxHundredths, 0);
  const isWhole = missing.length + bad.length + marks.spreads.length === 0;
  return (
    <footer className="paper-foot">
      <span className="paper-subtotal">
        {t('sheet.subtotal')} <MarkFigure hundredths={marks.subtotalHundredths} strong /> /{' '}
        <MarkFigure hundredths={max} />
      </span>
      <span className="paper-states" role="status">
        {isWhole ? <StateTag look="passed">{t('sheet.complete')}</StateTag> : null}
        {missing.length > 0 ? (
          <StateTag look="waiting">{t('sheet.missing', { count: missing.length })}</StateTag>
        ) : null}
        {bad.length > 0 ? <StateTag look="blocking">{t('sheet.bad', { count: bad.length })}</StateTag> : null}
        {marks.spreads.length > 0 ? (
          <StateTag look="blocking">{t('sheet.spreads', { count: marks.spreads.length })}</StateTag>
        ) : null}
        {isWhole ? null : (
          <Button type="link" size="small" onClick={props.onGo}>
            {t('sheet.goToNext')}
          </Button>
        )}
      </span>
      <Popconfirm
        title={t('sheet.clearAsk')}
        okText={t('sheet.clear')}
        cancelText={t('sheet.cancel')}
        onConfirm={props.onClear}
      >
        <Button disabled={props.busy}>{t('sheet.clear')}</Button>
      </Popconfirm>
      <Button type="primary" loading={props.busy} onClick={props.onSend}>
        {props.verb}
      </Button>
    </footer>
  );
}

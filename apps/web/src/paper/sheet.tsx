import { Alert } from 'antd';
import { useMemo, useState } from 'react';
import type { Form } from '../marking/types.js';
import { PaperTable } from './paper-table.js';
import { firstToMend, readTyped, type Reading } from './paper-values.js';
import { SheetFoot } from './sheet-foot.js';
import type { useTypedDraft } from './typed-draft.js';
import { usePaperText } from './words.js';

const nowhere: ReadonlySet<string> = new Set();

/** One signed sheet being typed, from the first cell to its button. Nothing is sent that is not whole. */
export function Sheet(props: {
  form: Form;
  draft: ReturnType<typeof useTypedDraft>;
  verb: string;
  busy: boolean;
  differing?: ReadonlySet<string>;
  /** A cell to go to, such as one where readings differ. */
  goTo?: { key: string; turn: number } | null;
  onSend: (reading: Reading) => void;
}) {
  const t = usePaperText();
  const { form, draft } = props;
  const reading = useMemo(() => readTyped(form, draft.typed), [form, draft.typed]);
  const [tried, setTried] = useState(false);
  const [own, setOwn] = useState(() => {
    const first = firstToMend(form, reading);
    return first ? { key: first, turn: Date.now() } : null;
  });
  const goTo = props.goTo && props.goTo.turn > (own?.turn ?? 0) ? props.goTo : own;
  const toMend = reading.missing.length + reading.bad.length;
  const goFirst = () => {
    const first = firstToMend(form, reading);
    setTried(true);
    if (first) setOwn({ key: first, turn: Date.now() });
  };
  const send = () => {
    if (props.busy) return;
    if (firstToMend(form, reading) === null) props.onSend(reading);
    else goFirst();
  };
  return (
    <>
      <p className="quiet">{t('sheet.keys')}</p>
      {reading.marks.spreads.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="page-alert paper-gap"
          title={t('sheet.spreadFirst')}
        />
      ) : tried && toMend > 0 ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="page-alert paper-gap"
          title={t('sheet.mendFirst', { count: toMend })}
        />
      ) : null}
      <PaperTable
        form={form}
        typed={draft.typed}
        reading={reading}
        disabled={props.busy}
        tried={tried}
        differing={props.differing ?? nowhere}
        onType={draft.type}
        onEnd={send}
        goTo={goTo}
      />
      <SheetFoot
        form={form}
        reading={reading}
        verb={props.verb}
        busy={props.busy}
        onSend={send}
        onGo={goFirst}
        onClear={() => {
          draft.clear();
          setTried(false);
        }}
      />
      <p className="quiet">{t('sheet.kept')}</p>
    </>
  );
}

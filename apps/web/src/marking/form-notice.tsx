import { Alert, App, Button } from 'antd';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { unsentCount } from './form-draft.js';
import type { HeldForm, Outbox } from './outbox.js';
import type { Form } from './types.js';
import { useMarkingText } from './words.js';

/** What a judge must know before touching the form: why it is locked, refused, reopened, or not kept by this device. */
export function FormNotice({ form, held, outbox }: { form: Form; held: HeldForm; outbox: Outbox }) {
  const t = useMarkingText();
  const said = useSaid();
  const times = useTimes();
  const { modal } = App.useApp();
  const [latest] = form.reopenings;
  const count = unsentCount(held.draft);
  const giveUp = () =>
    modal.confirm({
      title: t('form.discardSure', { count }),
      okText: t('form.discard'),
      okButtonProps: { danger: true },
      onOk: () => {
        outbox.discard(form.id);
        outbox.open(form);
      },
    });
  return (
    <>
      {held.problem ? (
        <Alert
          type="error"
          showIcon
          title={t('form.refused', { why: said(held.problem.said) })}
          action={
            <div className="conflict-ways">
              <Button onClick={() => outbox.sendAll()}>{t('form.retry')}</Button>
              <Button danger onClick={giveUp}>
                {t('form.discard')}
              </Button>
            </div>
          }
        />
      ) : null}
      {!outbox.keeps && count > 0 ? <Alert type="warning" showIcon title={t('form.cannotKeep')} /> : null}
      {form.state === 'signed' && form.signOff ? (
        <Alert
          type="info"
          showIcon
          title={t('form.signed', { code: form.signOff.versionCode })}
          description={t('form.signedBy', { name: form.signOff.by ?? '', time: times.show(form.signOff.at) })}
        />
      ) : null}
      {form.state === 'submitted' ? (
        <Alert
          type="success"
          showIcon
          title={t('form.submitted')}
          description={t('form.submittedBy', {
            name: form.submittedBy ?? '',
            time: times.show(form.submittedAt),
          })}
        />
      ) : null}
      {form.state === 'open' && latest ? (
        <Alert type="warning" showIcon title={t('form.reopened', { reason: latest.reason })} />
      ) : null}
      {form.state === 'open' && !form.may.enter ? (
        <Alert
          type="info"
          showIcon
          title={t(form.seats.some(({ isMe }) => isMe) ? 'form.closed' : 'form.readOnly')}
        />
      ) : null}
    </>
  );
}

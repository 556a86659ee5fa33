import { Button, Tooltip } from 'antd';
import { api, take } from '../api/client.js';
import { ifMatch } from '../api/attempt.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { unsentCount } from './form-draft.js';
import type { FormMarks } from './form-marks.js';
import type { HeldForm } from './outbox.js';
import type { Form } from './types.js';
import { useMarkingText } from './words.js';

const paths = ['/api/v1/events/{eventId}/forms/{formId}', '/api/v1/events/{eventId}/my-forms'] as const;

/** The way to the works before and after, to what is still open, and the handing in. */
export function FormFoot(props: {
  form: Form;
  held: HeldForm;
  marks: FormMarks;
  canUndo: boolean;
  onUndo: () => void;
  onOpen: () => void;
}) {
  const { form, held, marks } = props;
  const t = useMarkingText();
  const params = { path: { eventId: form.eventId, formId: form.id } };
  const submit = useVerb({
    send: (revision: number) =>
      take(
        api.PUT('/api/v1/events/{eventId}/forms/{formId}/submission', { params, headers: ifMatch(revision) }),
      ),
    outdates: paths,
    said: t('form.submitted'),
  });
  const withdraw = useVerb({
    send: () => take(api.DELETE('/api/v1/events/{eventId}/forms/{formId}/submission', { params })),
    outdates: paths,
    said: t('form.withdrawn'),
  });
  const unsent = unsentCount(held.draft) + Object.keys(held.draft.conflicts).length;
  const open = marks.unmarked.length + marks.spreads.length;
  const to = (id: string) => `/events/${form.eventId}/marking/${id}`;
  return (
    <footer className="marking-foot">
      {form.previous ? (
        <GoButton to={to(form.previous.id)} icon={<Icon name="back" />}>
          <span className="foot-word">{t('form.previous')}</span>{' '}
          <span className="code">{form.previous.workCode}</span>
        </GoButton>
      ) : (
        <GoButton to={`/events/${form.eventId}/forms`} icon={<Icon name="back" />}>
          {t('form.backToList')}
        </GoButton>
      )}
      <Button
        icon={<Icon name="undo" />}
        aria-label={t('form.undo')}
        disabled={!props.canUndo}
        onClick={props.onUndo}
      >
        <span className="foot-word">{t('form.undo')}</span>
      </Button>
      <span className="grow" />
      {form.state === 'open' ? (
        <Button className="foot-open" disabled={open === 0} onClick={props.onOpen}>
          {open === 0 ? t('form.allDone') : openText(t, marks)}
          {open === 0 ? null : <Icon name="down" />}
        </Button>
      ) : null}
      {form.state === 'open' && form.may.submit ? (
        <Tooltip title={unsent > 0 ? t('form.waitSaved', { count: unsent }) : null}>
          <Button
            type="primary"
            loading={submit.isPending}
            disabled={unsent > 0}
            onClick={() => (open > 0 ? props.onOpen() : submit.mutate(held.draft.revision))}
          >
            {t('form.submit')}
          </Button>
        </Tooltip>
      ) : null}
      {form.state === 'submitted' && form.may.submit ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('form.withdraw')}
        </Button>
      ) : null}
      {form.state === 'open' ? null : (
        <GoButton to={`${to(form.id)}/print`} icon={<Icon name="print" />}>
          {t('form.print')}
        </GoButton>
      )}
      {form.next ? (
        <GoButton to={to(form.next.id)}>
          <span className="foot-word">{t('form.next')}</span>{' '}
          <span className="code">{form.next.workCode}</span> <Icon name="next" />
        </GoButton>
      ) : null}
    </footer>
  );
}

function openText(t: ReturnType<typeof useMarkingText>, marks: FormMarks): string {
  const parts = [
    marks.unmarked.length > 0 ? t('form.left', { count: marks.unmarked.length }) : null,
    marks.spreads.length > 0 ? t('form.spreads', { count: marks.spreads.length }) : null,
  ];
  return parts.filter(Boolean).join(' · ');
}

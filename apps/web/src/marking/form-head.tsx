import { Button, Popover, Segmented } from 'antd';
import { Link } from 'react-router';
import { formatMark } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { SaveState, type Saving } from '../parts/save-state.js';
import { unsentCount } from './form-draft.js';
import type { FormMarks } from './form-marks.js';
import type { HeldForm } from './outbox.js';
import type { Form } from './types.js';
import { useMarkingText } from './words.js';

/** What is being marked, how far it is, what it comes to, and whether the server has it. */
export function FormHead(props: {
  form: Form;
  held: HeldForm;
  marks: FormMarks;
  alone: boolean;
  onAlone: (alone: boolean) => void;
  onHistory: () => void;
  onNotes: () => void;
}) {
  const { form, held, marks } = props;
  const t = useMarkingText();
  const language = useLanguage();
  const skill = language === 'en' && form.skillNameEn ? form.skillNameEn : form.skillName;
  const { subCriterion } = form;
  const notes = form.notes.filter(({ aspectId }) => aspectId === null).length;
  return (
    <header className="marking-head">
      <div className="marking-line">
        <Link className="marking-back" to={`/events/${form.eventId}/forms`} aria-label={t('form.backToList')}>
          <Icon name="back" />
        </Link>
        <h1>
          <span className="marking-skill">
            {skill} · {form.moduleName}
          </span>
          <span className="marking-work code">{t('form.work', { code: form.workCode })}</span>
          {form.maker ? (
            <span className="quiet">
              {form.maker.delegationName} {form.maker.entryNumber}
            </span>
          ) : null}
        </h1>
        <SaveState saving={savingOf(held)} unsent={held.saving === 'saved' ? 0 : unsentCount(held.draft)} />
        <span className={`network ${held.saving === 'offline' ? 'is-off' : ''}`}>
          <Icon name="online" /> {t(held.saving === 'offline' ? 'form.offline' : 'form.online')}
        </span>
      </div>
      <div className="marking-line marking-facts">
        <span className="marking-sub">
          <strong className="figures">{subCriterion.code}</strong> {subCriterion.name}
        </span>
        {subCriterion.dayOfMarking === null ? null : (
          <span className="quiet">{t('form.day', { day: subCriterion.dayOfMarking })}</span>
        )}
        <span className="figures">
          {t('form.progress')}{' '}
          <strong>
            {marks.marked}/{form.aspects.length}
          </strong>
        </span>
        <span className="figures">
          {t('form.subtotal')} <strong>{formatMark(marks.subtotalHundredths)}</strong> /{' '}
          {formatMark(subCriterion.maxHundredths)}
        </span>
        <span className="grow" />
        <Button type="text" size="small" icon={<Icon name="note" />} onClick={props.onNotes}>
          {notes > 0 ? t('form.notes', { count: notes }) : t('form.note')}
        </Button>
        <Button type="text" size="small" icon={<Icon name="history" />} onClick={props.onHistory}>
          {t('form.history')}
        </Button>
        {form.seats.some(({ isMe }) => isMe) ? (
          <Popover
            trigger="click"
            placement="bottomRight"
            content={
              <div className="view-choice">
                <Segmented
                  value={props.alone ? 'alone' : 'together'}
                  onChange={(value) => props.onAlone(value === 'alone')}
                  options={[
                    { value: 'together', label: t('form.together') },
                    { value: 'alone', label: t('form.alone') },
                  ]}
                />
                <p className="quiet">{t(props.alone ? 'form.aloneLine' : 'form.togetherLine')}</p>
              </div>
            }
          >
            <Button type="text" size="small" icon={<Icon name="people" />}>
              {t(props.alone ? 'form.alone' : 'form.together')}
            </Button>
          </Popover>
        ) : null}
      </div>
    </header>
  );
}

function savingOf(held: HeldForm): Saving {
  return held.saving === 'saved' ? { state: 'saved', at: held.savedAt ?? undefined } : { state: held.saving };
}

import { Button } from 'antd';
import type { AspectMark } from '@luban/scoring';
import { formatMark } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import { CalculationRule } from './calculation-rule.js';
import { ConflictNote } from './conflict-note.js';
import { cellKey, shownValue } from './form-draft.js';
import { rulesOf, seatsOfAspect } from './form-marks.js';
import { MeasurementField } from './measurement-field.js';
import { ScoreRows, type ScoreRowsProps } from './score-rows.js';
import { useMarkingText } from './words.js';

type Props = ScoreRowsProps & {
  mark: AspectMark | undefined;
  onKeepTheirs: (key: string) => void;
  onNotes: () => void;
};

/** One aspect of the form: what to look at, what was given, and what it earns. */
export function AspectCard(props: Props) {
  const { form, aspect, draft, mark } = props;
  const t = useMarkingText();
  const notes = form.notes.filter(({ aspectId }) => aspectId === aspect.id).length;
  const isMarked = mark?.state === 'marked';
  return (
    <article
      id={`aspect-${aspect.id}`}
      className={`aspect of-${aspect.kind} is-${mark?.state ?? 'unmarked'}`}
      tabIndex={-1}
    >
      <header className="aspect-head">
        <span className="aspect-code figures">{aspect.code}</span>
        <span className="aspect-text">{aspect.description}</span>
        <span className="aspect-kind">
          {t(aspect.kind === 'judgement' ? 'form.judgement' : 'form.measurement')}
        </span>
        <span className="figures quiet">{t('form.max', { max: formatMark(aspect.maxHundredths) })}</span>
      </header>
      {aspect.requirement || aspect.extra ? (
        <p className="aspect-more">
          {aspect.requirement ? <span>{`${t('form.requirement')} ${aspect.requirement}`}</span> : null}
          {aspect.extra ? <span>{aspect.extra}</span> : null}
        </p>
      ) : null}
      {aspect.kind === 'judgement' ? <ScoreRows {...props} /> : <Measurement {...props} />}
      {seatsOfAspect(form, aspect).map((seat) => {
        const key = cellKey(aspect.id, seat);
        const conflict = draft.conflicts[key];
        return conflict ? (
          <ConflictNote
            key={key}
            conflict={conflict}
            disabled={props.disabled}
            onMine={() => props.onEnter(key, conflict.mine)}
            onTheirs={() => props.onKeepTheirs(key)}
          />
        ) : null;
      })}
      {mark?.state === 'spread' ? (
        <p className="spread-note" role="status">
          <StateTag look="warning">{t('form.spreadLine', { spread: mark.spread ?? 0 })}</StateTag>
        </p>
      ) : null}
      <footer className="aspect-foot">
        <span className={`aspect-mark figures${isMarked ? '' : ' quiet'}`}>
          {t('form.earns')} <strong>{formatMark(mark?.markHundredths)}</strong>
          {mark?.state === 'incomplete' ? (
            <span className="quiet">
              {' · '}
              {t('form.incomplete', { count: missingJudges(props) })}
            </span>
          ) : null}
        </span>
        <span className="grow" />
        <CalculationRule form={form} aspect={aspect} />
        <Button type="text" size="small" icon={<Icon name="note" />} onClick={props.onNotes}>
          {notes > 0 ? t('form.notes', { count: notes }) : t('form.note')}
        </Button>
      </footer>
    </article>
  );
}

function Measurement(props: Props) {
  const { form, aspect, draft } = props;
  const key = cellKey(aspect.id, 0);
  return (
    <MeasurementField
      form={form}
      aspect={aspect}
      value={shownValue(draft, key)}
      typing={draft.typing[key] ?? null}
      disabled={props.disabled}
      isPadOpen={props.padKey === key}
      onPad={(open) => props.onPad(open ? key : null)}
      onType={(text) => props.onType(key, text)}
      onEnter={(value) => props.onEnter(key, value)}
      onNext={props.onNext}
    />
  );
}

function missingJudges({ form, aspect, draft }: Props): number {
  const given = seatsOfAspect(form, aspect).filter(
    (seat) => shownValue(draft, cellKey(aspect.id, seat)) !== null,
  );
  return rulesOf(form).judgement.panel.judges - given.length;
}

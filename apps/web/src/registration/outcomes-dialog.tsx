import { Button, Modal } from 'antd';
import { useSaid } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import type { Entry, EntryOutcomes } from './types.js';
import { useRegistrationText } from './words.js';

/** What became of many entries, when some could not be handled. */
export function OutcomesDialog(props: {
  outcomes: EntryOutcomes | null;
  entries: readonly Entry[];
  onClose: () => void;
}) {
  const t = useRegistrationText();
  const { outcomes } = props;
  if (!outcomes || outcomes.refused === 0) return null;
  return (
    <Modal
      open
      title={t('entries.outcomeTitle')}
      width={720}
      onCancel={props.onClose}
      footer={<Button onClick={props.onClose}>{t('entries.close')}</Button>}
    >
      <p>
        {t('entries.willDo', { count: outcomes.done })}，
        {t('entries.someRefused', { count: outcomes.refused })}
      </p>
      <OutcomeList outcomes={outcomes} entries={props.entries} />
    </Modal>
  );
}

/** Each entry that cannot be handled or is doubtful, with why; those without a word are counted above. */
export function OutcomeList({ outcomes, entries }: { outcomes: EntryOutcomes; entries: readonly Entry[] }) {
  const t = useRegistrationText();
  const said = useSaid();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const shown = outcomes.outcomes.filter(({ done, findings }) => !done || findings.length > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="findings outcome-list">
      {shown.map((outcome) => {
        const entry = byId.get(outcome.id);
        return (
          <li key={outcome.id} className="finding">
            <StateTag look={outcome.done ? 'warning' : 'blocking'}>
              {outcome.done
                ? t('entries.warning', { count: outcome.findings.length })
                : t('roster.outcome.faulty')}
            </StateTag>
            <div className="finding-body">
              <strong>{entry?.competitors.map(({ name }) => name).join('、') || '–'}</strong>{' '}
              <span className="quiet">
                {[entry?.delegationName, entry?.skillName].filter(Boolean).join(' · ')}
              </span>
              {outcome.message ? <div>{said(outcome.message)}</div> : null}
              {outcome.findings.map((finding) => (
                <div key={`${finding.code} ${finding.path}`}>{said(finding.message)}</div>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

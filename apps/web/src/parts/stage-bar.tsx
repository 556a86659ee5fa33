import { StateShape } from './state-tag.js';
import { usePartText } from './words.js';

export interface Stage {
  key: string;
  label: string;
  /** When it was entered, or is due; already formatted. */
  note?: string | undefined;
}

/**
 * Where a thing stands in its life: done, now, to come – by shape and weight, not by colour alone. A narrow screen
 * shows the words of now and next only.
 */
export function StageBar({ stages, at }: { stages: readonly Stage[]; at: string }) {
  const t = usePartText();
  const now = stages.findIndex(({ key }) => key === at);
  return (
    <ol className="stage-bar" aria-label={t('stage.label')}>
      {stages.map((stage, index) => {
        const state = index < now ? 'done' : index === now ? 'now' : 'next';
        const near = index === now || index === now + 1;
        return (
          <li
            key={stage.key}
            className={`stage stage-${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <StateShape
              look={state === 'done' ? 'passed' : state === 'now' ? 'running' : 'waiting'}
              title={t(`stage.${state}`)}
            />
            <span className={near ? 'stage-label' : 'stage-label stage-far'}>{stage.label}</span>
            {stage.note ? <span className="stage-note">{stage.note}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}

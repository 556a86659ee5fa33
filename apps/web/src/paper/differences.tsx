import type { FormAspect } from '../marking/types.js';
import type { Difference } from './types.js';
import { usePaperText } from './words.js';

/** Where two readings of one sheet differ, side by side, aspect by aspect in the form's order. */
export function Differences(props: {
  differences: readonly Difference[];
  aspects?: readonly FormAspect[];
  seatName?: (seat: number) => string;
  onGo?: (difference: Difference) => void;
}) {
  const t = usePaperText();
  const { onGo } = props;
  const seatName = (seat: number) =>
    seat === 0 ? t('check.team') : (props.seatName?.(seat) ?? t('sheet.seat', { seat }));
  const shown = (value: string | null) => value ?? t('check.blank');
  return (
    <table className="paper-differences">
      <thead>
        <tr>
          <th scope="col">{t('check.aspect')}</th>
          <th scope="col">{t('check.seat')}</th>
          <th scope="col">{t('check.entered')}</th>
          <th scope="col">{t(onGo ? 'check.mine' : 'check.checker')}</th>
        </tr>
      </thead>
      <tbody>
        {props.differences.map((difference) => {
          const { aspectId, code, seat, entered, checked } = difference;
          const description = props.aspects?.find(({ id }) => id === aspectId)?.description;
          return (
            <tr key={`${aspectId} ${seat}`}>
              <th scope="row">
                {onGo ? (
                  <button type="button" className="paper-go" onClick={() => onGo(difference)}>
                    <span className="figures">{code}</span> {description}
                  </button>
                ) : (
                  <>
                    <span className="figures">{code}</span> {description}
                  </>
                )}
              </th>
              <td>{seatName(seat)}</td>
              <td className="figures paper-reading">{shown(entered)}</td>
              <td className="figures paper-reading">{shown(checked)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

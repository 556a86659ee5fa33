import { Button } from 'antd';
import { Icon } from '../look/icons.js';
import { useMarkingText } from './words.js';

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '−', '0', '.'] as const;

/** A number pad under the thumb: the tablet's own keyboard would cover half of the form. */
export function NumberPad(props: {
  text: string;
  onText: (text: string) => void;
  onEnter: () => void;
  canEnter: boolean;
}) {
  const t = useMarkingText();
  const { text, onText } = props;
  const press = (key: (typeof keys)[number]) => {
    if (key === '−') return onText(text.startsWith('-') ? text.slice(1) : `-${text}`);
    if (key === '.' && text.includes('.')) return;
    onText(key === '.' && (text === '' || text === '-') ? `${text}0.` : text + key);
  };
  return (
    <div className="number-pad">
      {keys.map((key) => (
        <Button
          key={key}
          onClick={() => press(key)}
          {...(key === '−' ? { 'aria-label': t('form.minus') } : {})}
        >
          {key === '−' ? '±' : key}
        </Button>
      ))}
      <Button
        onClick={() => onText(text.slice(0, -1))}
        aria-label={t('form.backspace')}
        icon={<Icon name="back" />}
      />
      <Button className="number-pad-clear" onClick={() => onText('')}>
        {t('form.clear')}
      </Button>
      <Button className="number-pad-enter" type="primary" disabled={!props.canEnter} onClick={props.onEnter}>
        {t('form.ok')}
      </Button>
    </div>
  );
}

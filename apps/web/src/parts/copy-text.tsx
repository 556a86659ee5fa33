import { App, Button } from 'antd';
import { useRef } from 'react';
import { Icon } from '../look/icons.js';
import { usePartText } from './words.js';

/** A text to be taken elsewhere (a token, a first password), with a button that copies it. */
export function CopyText({ text }: { text: string }) {
  const t = usePartText();
  const { message } = App.useApp();
  const code = useRef<HTMLElement>(null);
  const copy = async () => {
    if (await copied(text, code.current)) void message.success(t('copied'));
  };
  return (
    <div className="copy-text">
      <code ref={code}>{text}</code>
      <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </div>
  );
}

/** The clipboard API exists only on HTTPS and localhost; on a venue's plain-HTTP LAN the text is selected and copied. */
async function copied(text: string, shownIn: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!shownIn) return false;
    window.getSelection()?.selectAllChildren(shownIn);
    return document.execCommand('copy');
  }
}

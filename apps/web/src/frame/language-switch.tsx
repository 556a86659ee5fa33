import { Button } from 'antd';
import { speak, useLanguage } from '../language/language.js';
import { languages } from '../language/words.js';
import { Icon } from '../look/icons.js';

/** Names the other language in that language; one press switches and is remembered on this device. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = languages.find(({ code }) => code !== language) ?? languages[0];
  if (!other) return null;
  return (
    <Button type="text" icon={<Icon name="language" />} onClick={() => speak(other.code)} lang={other.code}>
      <span className="wide-only">{other.name}</span>
      <span className="narrow-only">{other.code === 'zh' ? '中' : 'EN'}</span>
    </Button>
  );
}

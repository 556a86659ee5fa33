import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { recall, remember } from '../api/memory.js';
import type { English, Gaps, KeyOf, Language, Said, Text, Words } from './words.js';

const memoryKey = 'luban.language';

/** Chinese first, whatever the browser speaks; a choice is remembered on the device. */
function firstLanguage(): Language {
  return recall(memoryKey) === 'en' ? 'en' : 'zh';
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'zh',
  initAsync: false,
  resources: {},
  keySeparator: '.',
  interpolation: { escapeValue: false },
  react: { bindI18n: 'languageChanged' },
});
showLanguage(currentLanguage());

/** The language of the moment, for code outside components (request headers). */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

/** Changes the language everywhere at once and remembers it on this device. */
export function speak(language: Language): void {
  remember(memoryKey, language);
  void i18next.changeLanguage(language);
  showLanguage(language);
}

function showLanguage(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** The language of the moment; re-renders when it changes. */
export function useLanguage(): Language {
  useTranslation();
  return currentLanguage();
}

/** Reads what the server said in the reader's language. */
export function useSaid(): (said: Said) => string {
  const language = useLanguage();
  return useCallback((said: Said) => said[language], [language]);
}

/** A room's words, ready to use. */
export interface RoomWords<K extends string> {
  /** In components; re-renders when the language changes. */
  useText: () => Text<K>;
  /** Outside components (navigation labels, which are asked at each render). */
  text: Text<K>;
  /** Whether a key made at run time (`stage.${code}`) has words. */
  knows: (key: string) => key is K;
  /** The words of a key made at run time, or null. */
  find: (key: string, gaps?: Gaps) => string | null;
}

/**
 * Registers a room's words under its name and hands back typed readers of them.
 * @example export const { useText, text } = defineWords('judging', zh, en);
 */
export function defineWords<const W extends Words>(room: string, zh: W, en: English<W>): RoomWords<KeyOf<W>> {
  i18next.addResourceBundle('zh', room, zh, true, true);
  i18next.addResourceBundle('en', room, en, true, true);
  const text = (key: KeyOf<W>, gaps?: Gaps) => i18next.t(key, { ns: room, ...gaps });
  const knows = (key: string): key is KeyOf<W> => i18next.exists(key, { ns: room, count: 1, lng: 'zh' });
  const find = (key: string, gaps?: Gaps) => (knows(key) ? text(key, gaps) : null);
  const useText = () => {
    const language = useLanguage();
    return useCallback(
      (key: KeyOf<W>, gaps?: Gaps) => i18next.t(key, { ns: room, lng: language, ...gaps }),
      [language],
    );
  };
  return { useText, text, knows, find };
}

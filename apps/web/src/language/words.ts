/**
 * Typed messages. A room writes its Chinese first (`messages.zh.ts`, `as const`), then its English as
 * `English<typeof zh>`: a missing or misspelt English key is a type error. Chinese needs no plural, English does: a
 * Chinese key `forms_other` asks English for `forms_one` and `forms_other`, and is used as `forms` with `{ count }`.
 */
export interface Words {
  readonly [key: string]: string | Words;
}

/** The English that a room's Chinese asks for. */
export type English<W> = {
  readonly [K in keyof W as K extends `${infer Stem}_other` ? `${Stem}_one` | K : K]: W[K] extends string
    ? string
    : English<W[K]>;
};

/** The keys of a room's words, dotted: `form.title`. The plural ending is left out. */
export type KeyOf<W> = {
  [K in keyof W & string]: W[K] extends string ? Stem<K> : `${K}.${KeyOf<W[K]>}`;
}[keyof W & string];

type Stem<K extends string> = K extends `${infer S}_other` ? S : K;

/** What is put into a message's `{{gaps}}`; `count` chooses the plural. */
export type Gaps = Record<string, string | number>;

/** Text by key in the language of the moment. */
export type Text<K extends string> = (key: K, gaps?: Gaps) => string;

/** What the server says to people: always in both languages. */
export interface Said {
  zh: string;
  en: string;
}

export type Language = 'zh' | 'en';

/** The languages, each named in itself. */
export const languages: readonly { code: Language; name: string }[] = [
  { code: 'zh', name: '中文' },
  { code: 'en', name: 'English' },
];

import { useCallback } from 'react';
import { defineWords } from '../language/language.js';
import type { Gaps } from '../language/words.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

export const judgeWords = defineWords('judges', zh, en);

/**
 * The words of this room. On skills under a WorldSkills policy the English says Expert and Chief Expert (GLOSSARY); the
 * Chinese is 裁判 everywhere.
 */
export function useJudgeText(policyName: string) {
  const t = judgeWords.useText();
  const isWorldSkills = policyName.startsWith('worldskills');
  return useCallback(
    (key: Parameters<typeof t>[0], gaps: Gaps = {}) =>
      t(key, {
        ...(isWorldSkills
          ? {
              judge: 'expert',
              judges: 'experts',
              Judge: 'Expert',
              Judges: 'Experts',
              Chief: 'Chief Expert',
              chief: 'Chief Expert',
            }
          : {
              judge: 'judge',
              judges: 'judges',
              Judge: 'Judge',
              Judges: 'Judges',
              Chief: 'Chief judge',
              chief: 'chief judge',
            }),
        ...gaps,
      }),
    [t, isWorldSkills],
  );
}
export type JudgeText = ReturnType<typeof useJudgeText>;

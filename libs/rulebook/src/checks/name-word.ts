import type { Check } from '../verdict.js';
import { evidenceOf, notStated } from '../verdict.js';
import { classInWords, said } from '../words.js';

/** What stands behind the name in brackets, as 「（职工组）」, is not part of the word. */
const bare = (name: string): string => name.replace(/\s*[（(][^（()）]*[）)]\s*$/u, '').trim();

/** The name ends in the word of its class: 大赛 for class one, 竞赛 for class two. */
export const nameWord: Check<'nameWord'> = (words, subject) => {
  if (subject.class === null) return null;
  const name = bare(subject.name);
  if (name === '') return notStated(said('赛事名称', 'the name'));
  const word = words[subject.class];
  const kind = classInWords[subject.class];
  const evidence = [evidenceOf(said('赛事名称', 'name'), subject.name)];
  return name.endsWith(word)
    ? {
        outcome: 'passed',
        message: said(
          `${kind.zh}赛事名称用「${word}」。`,
          `The name of a ${kind.en} contest ends in “${word}”.`,
        ),
        evidence,
      }
    : {
        outcome: 'failed',
        message: said(
          `${kind.zh}赛事名称应以「${word}」结尾。`,
          `The name of a ${kind.en} contest should end in “${word}”.`,
        ),
        evidence,
      };
};

import type { Check } from '../verdict.js';
import { evidenceOf, notStated, together } from '../verdict.js';
import { listed, listedWords, organisationKindInWords, partyPartInWords, said } from '../words.js';

/** Ordinary companies help or give technical support 协办/技术支持; they do not host or organise. */
export const companiesOnlyHelp: Check<'companiesOnlyHelp'> = ({ kinds, parts }, subject) => {
  if (!subject.parties || subject.parties.length === 0)
    return notStated(said('办赛单位', 'the organisations taking part'));
  const elsewhere = subject.parties.filter(({ part }) => !parts.includes(part));
  const wrong = elsewhere.filter(({ kind }) => kind !== null && kinds.includes(kind));
  const unclear = elsewhere.filter(({ kind }) => kind === null);
  const allowed = listedWords(parts.map((part) => partyPartInWords[part]));
  const bound = listedWords(kinds.map((kind) => organisationKindInWords[kind]));
  const outcome = together(
    [...wrong.map(() => 'failed' as const), ...unclear.map(() => 'unknown' as const)],
    !subject.partly?.includes('parties'),
  );
  const evidence = [
    evidenceOf(
      said('办赛单位', 'organisations'),
      subject.parties.map(({ name, part }) =>
        said(`${name}（${partyPartInWords[part].zh}）`, `${name} (${partyPartInWords[part].en})`),
      ),
    ),
  ];
  const names = listed((outcome === 'failed' ? wrong : unclear).map(({ name }) => name));
  if (outcome === 'failed')
    return {
      outcome,
      message: said(
        `${bound.zh}只能作${allowed.zh}单位，而${names.zh}担任了其他角色。`,
        `A ${bound.en} may only be: ${allowed.en}; ${names.en} has another part.`,
      ),
      evidence,
    };
  if (outcome === 'unknown' && unclear.length === 0)
    return { ...notStated(said('其余办赛单位', 'the other organisations taking part')), evidence };
  if (outcome === 'unknown')
    return {
      outcome,
      message: said(
        `${names.zh}是否属于${bound.zh}不明。`,
        `Whether this is a ${bound.en} is not known: ${names.en}.`,
      ),
      evidence,
    };
  return {
    outcome,
    message: said(
      `没有${bound.zh}担任${allowed.zh}以外的角色。`,
      `No ${bound.en} has a part other than: ${allowed.en}.`,
    ),
    evidence,
  };
};

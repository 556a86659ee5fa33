import type { ReactNode } from 'react';
import { resultsWords } from './words.js';

const medals = ['gold', 'silver', 'bronze'];

/** Each medal has a shape of its own, so that it is read without colour: a disc, a ring, a half disc. */
const shapes: Record<string, ReactNode> = {
  gold: <circle cx="7" cy="7" r="5.5" fill="currentColor" />,
  silver: <circle cx="7" cy="7" r="4.3" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  bronze: (
    <>
      <circle cx="7" cy="7" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M2.1 7a4.9 4.9 0 0 0 9.8 0z" fill="currentColor" />
    </>
  ),
};

/** An award in words; medals with their shape and colour as well. Nothing for none. */
export function AwardName({ award }: { award: string | null }) {
  if (award === null) return null;
  const name = awardText(award);
  if (!medals.includes(award)) return <span className="prize">{name}</span>;
  return (
    <span className={`medal medal-${award} medal-shaped`}>
      <MedalShape award={award} />
      {name}
    </span>
  );
}

/** The bare shape of a medal, for table headings. */
export function MedalShape({ award }: { award: string }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={`medal-shape of-${award}`}>
      {shapes[award]}
    </svg>
  );
}

/** The award's name in the language of the moment; a policy's own code where the glossary has none. */
export const awardText = (award: string): string => resultsWords.find(`award.${award}`) ?? award;

/** 缺考, 弃权 … in words; nothing for those who competed. */
export const statusText = (status: string): string | null => resultsWords.find(`status.${status}`);

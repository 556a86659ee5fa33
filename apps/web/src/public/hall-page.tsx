import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { LoadError, Loading } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { formatCount, formatMark, formatTime, notYet } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { useNow } from '../language/times.js';
import { ZoneContext } from '../language/times.js';
import { AwardName } from '../results/award.js';
import {
  progressOf,
  type ProgressBoard,
  type PublishedResults,
  type PublishedSkill,
  useBoards,
} from './boards.js';
import { DelegationTable } from './delegation-table.js';
import { ProgressBar, SessionNow } from './progress-view.js';
import { usePublicText } from './words.js';

/** Rows that fit on a wall. */
const linesMost = 9;
const turnSeconds = 12;

/** The board in the hall: nothing to press, large and high in contrast; pages turn by themselves. */
export default function HallPage() {
  const t = usePublicText();
  const { eventId = '' } = useParams();
  const { board, results, liveness } = useBoards(eventId);
  const language = useLanguage();
  const frame = useFrameText();
  if (board.isPending) return <Loading />;
  if (board.isError) return <LoadError error={board.error} onRetry={() => void board.refetch()} />;
  const { data } = board;
  const name = language === 'en' && data.nameEn ? data.nameEn : data.name;
  return (
    <ZoneContext value={data.timeZone}>
      <div className="hall">
        <title>{name}</title>
        <h1>{name}</h1>
        <Turning board={data} results={results.data ?? null} />
        <div className="hall-foot">
          <span>
            {frame('brand')} · {t(liveness)}
          </span>
          <Clock zone={data.timeZone} />
        </div>
      </div>
    </ZoneContext>
  );
}

function Clock({ zone }: { zone: string }) {
  return <span className="figures">{formatTime(useNow(5).toISOString(), zone, 'time')}</span>;
}

type Page =
  | { kind: 'progress'; skills: ProgressBoard['skills'] }
  | { kind: 'table' }
  | { kind: 'skill'; skill: PublishedSkill; group: PublishedSkill['groups'][number]; from: number };

/** Progress of what is not published, the medal table, then the published skills, one page after the other. */
function pagesOf(board: ProgressBoard, results: PublishedResults | null): Page[] {
  const open = board.skills.filter(({ published }) => published === null);
  const pages: Page[] = [];
  for (let at = 0; at < open.length; at += linesMost)
    pages.push({ kind: 'progress', skills: open.slice(at, at + linesMost) });
  if (results && results.delegations.length > 0) pages.push({ kind: 'table' });
  for (const skill of results?.skills ?? [])
    for (const group of skill.groups)
      for (let from = 0; from < group.placings.length; from += linesMost)
        pages.push({ kind: 'skill', skill, group, from });
  return pages;
}

function Turning({ board, results }: { board: ProgressBoard; results: PublishedResults | null }) {
  const t = usePublicText();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), turnSeconds * 1000);
    return () => clearInterval(timer);
  }, []);
  const pages = pagesOf(board, results);
  const page = pages[turn % Math.max(1, pages.length)];
  if (!page) return <h2>{t('noBoard')}</h2>;
  if (page.kind === 'progress') return <HallProgress skills={page.skills} />;
  if (page.kind === 'table' && results) return <DelegationTable results={results} most={linesMost} />;
  return page.kind === 'skill' ? <HallSkill {...page} /> : null;
}

function HallProgress({ skills }: { skills: ProgressBoard['skills'] }) {
  const t = usePublicText();
  const language = useLanguage();
  return (
    <>
      <h2>{t('hallProgress')}</h2>
      <table className="hall-progress">
        <tbody>
          {skills.map((skill) => (
            <tr key={skill.skillId}>
              <td>
                {language === 'en' && skill.nameEn ? skill.nameEn : skill.name}
                <div className="hall-soft">
                  <SessionNow skill={skill} />
                </div>
              </td>
              <td className="hall-bar">
                <ProgressBar percent={progressOf(skill) ?? 0} label={skill.name} />
              </td>
              <td className="figures">
                {skill.formsExpected === 0
                  ? notYet
                  : `${formatCount(skill.formsSigned)} / ${formatCount(skill.formsExpected)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function HallSkill({ skill, group, from }: Extract<Page, { kind: 'skill' }>) {
  const t = usePublicText();
  const language = useLanguage();
  return (
    <>
      <h2>
        {language === 'en' && skill.nameEn ? skill.nameEn : skill.name} · {group.name} ·{' '}
        {t(`kind.${skill.kind}`)}
      </h2>
      <table>
        <tbody>
          {group.placings.slice(from, from + linesMost).map((placing) => (
            <tr key={placing.entryId}>
              <td className="figures">{placing.rank ?? notYet}</td>
              <td>{placing.names.join('、')}</td>
              <td>{placing.delegation}</td>
              <td className="figures">
                {skill.scaled ? (placing.scaledScore ?? notYet) : formatMark(placing.totalHundredths)}
              </td>
              <td>
                <AwardName award={placing.award} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

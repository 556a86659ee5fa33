import { finalDatesOf, occupationsOfText, partiesOfHosts, type SubjectOccupation } from '@luban/rulebook';
import type { ApplicationContent } from './application-content.js';
import type { RecordedContest } from './historic-record.js';

/** An application made from a public record. What the record does not say is invented, and named in `synthetic`. */
export interface SyntheticApplication {
  name: string;
  edition: string | null;
  heldYear: number;
  finalFrom: string;
  finalTo: string;
  parties: { name: string; part: 'lead' | 'coHost' }[];
  occupations: SubjectOccupation[];
  content: ApplicationContent;
  submittedAt: Date;
  decidedAt: Date;
  synthetic: string[];
}

/** Who stands for a lead that the record does not name. */
export const unnamedHost = '主办单位不详（公开记录未载明）';

/** Facts of every application that no public record of a contest holds. */
const alwaysInvented = [
  'submittedAt',
  'decidedAt',
  'contact',
  'experts',
  'judges',
  'funding',
  'venue',
  'business',
];

/** Fills a record up to an application. The same record always gives the same. */
export function syntheticApplication(record: RecordedContest): SyntheticApplication {
  const { planYear } = record;
  const { occupations, complete } = occupationsOfText(record.occupations.join(';'));
  const hosts = partiesOfHosts(record.hosts ?? '');
  const final = finalOf(record);
  const synthetic = [
    ...alwaysInvented,
    ...(hosts.length === 0 ? ['leadOrganisation'] : []),
    ...(complete && record.occupationsComplete ? [] : ['occupations']),
    ...final.invented,
  ];
  return {
    ...nameAndEdition(record.officialName),
    heldYear: Number(final.from.slice(0, 4)),
    finalFrom: final.from,
    finalTo: final.to,
    parties:
      hosts.length === 0
        ? [{ name: unnamedHost, part: 'lead' }]
        : hosts.map(({ name, part }) => ({ name, part: part === 'lead' ? 'lead' : 'coHost' })),
    occupations,
    content: contentOf(record),
    // The window of 2022 was open in November of the year before (S04); the call of 2020 is of 2020-05-25.
    submittedAt: new Date(`${planYear === 2018 ? '2018-01-15' : `${planYear - 1}-11-25`}T02:00:00Z`),
    decidedAt: new Date(`${planYear}-03-31T02:00:00Z`),
    synthetic,
  };
}

/** Year, series and edition stand in their own places; the name is the rest. */
function nameAndEdition(officialName: string): { name: string; edition: string | null } {
  const bare = officialName.replace(/^(\d{4}年)?((中国技能大赛|全国行业职业技能竞赛)[—-]+)?/u, '');
  const edition = /第[一二三四五六七八九十百]+届|首届/u.exec(bare)?.[0] ?? null;
  return { name: edition ? bare.replace(edition, '') : bare, edition };
}

/** Days of the final: a month that is known has its days invented, a date that is not known is all invented. */
function finalOf({ datePlace, planYear }: RecordedContest): { from: string; to: string; invented: string[] } {
  const { from, to } = finalDatesOf(datePlace ?? '', planYear);
  const both = ['finalFrom', 'finalTo'];
  if (from === null && to === null)
    return { from: `${planYear}-06-15`, to: `${planYear}-06-18`, invented: both };
  const known = { from: from ?? to ?? '', to: to ?? from ?? '' };
  const wholeDays = /\d{4}-\d{2}-\d{2}/u.test(datePlace ?? '');
  return { ...known, invented: from === null ? ['finalFrom'] : wholeDays ? [] : both };
}

function contentOf(record: RecordedContest): ApplicationContent {
  const competitors = Number(/(\d+)\s*余?(?:名)?(?:选手|青年职工)/u.exec(record.scale ?? '')?.[1] ?? 0);
  const groups: NonNullable<ApplicationContent['groups']> = [];
  if (/职工/u.test(record.groups ?? '')) groups.push({ code: 'worker', name: '职工组' });
  if (/学生/u.test(record.groups ?? '')) groups.push({ code: 'student', name: '学生组' });
  return {
    purpose: `由公开记录补录（${record.source}；${record.gradeNote}）。记录中没有的信息为合成数据。`,
    contact: { name: '（合成）', phone: '010-00000000' },
    ...(groups.length > 0 ? { groups } : {}),
    schedule: { note: record.datePlace ?? '公开记录未载明' },
    venue: { city: '（合成）', facilities: '（合成）', safety: '（合成）' },
    experts: { count: 10 },
    judges: { count: 30 },
    funding: { totalYuan: 1_000_000, sources: [{ name: '（合成）主办单位自筹', amountYuan: 1_000_000 }] },
    ...(competitors > 0 ? { scale: { competitors } } : {}),
    business: { covers: true, note: '（合成）' },
  };
}

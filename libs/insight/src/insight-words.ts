import type { RecordCountDto, YearRecordDto } from './year-insight.dto.js';

/** Words of workbook and report: both are Chinese documents. */
export const levelNames: Readonly<Record<string, string>> = {
  nationalIndustry: '国家级',
  provincial: '省级',
  municipal: '市级',
  county: '县级',
  enterprise: '企业',
  school: '院校',
};

export const classNames: Readonly<Record<string, string>> = {
  one: '一类大赛',
  two: '二类竞赛',
  none: '未分类',
  all: '合计',
};

export const stateNames: Readonly<Record<string, string>> = {
  submitted: '已提交',
  accepted: '已受理',
  underReview: '审核中',
  returned: '退回补正',
  granted: '同意',
  grantedWithConditions: '有条件同意',
  declined: '不同意',
  withdrawn: '已撤回',
  revoked: '已撤销',
};

export const monthName = (month: string): string =>
  ({ earlier: '上一年度', later: '下一年度', none: '日期未定' })[month] ?? `${month}月`;

export const placeName = ({ divisionCode, name }: { divisionCode: string; name: string | null }): string =>
  ({ none: '未标明', outside: '本地区以外' })[divisionCode] ?? name ?? divisionCode;

/** Share in whole percent; none of nothing. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;

/** 「国家级」「浙江省 市级」: what the year is of. */
export const scopeName = ({ level, areaName }: { level: string; areaName: string }): string =>
  level === 'nationalIndustry' ? '全国行业职业技能竞赛' : `${areaName}${levelNames[level]}职业技能竞赛`;

/** 「公布 一类10、二类77（已核实）」. */
export function recordInWords(record: RecordCountDto): string {
  const what = record.figure === 'target' ? '目标' : '公布';
  return `${what} ${countsInWords(record) || '数目不详'}（${record.verified ? '已核实' : '未核实'}）`;
}

/** What a public record says of one class; null where it says nothing. */
export function recordedOf(
  record: YearRecordDto | null,
  name: 'one' | 'two' | 'none',
): { target: number | null; published: number | null } {
  const of = (figure: RecordCountDto | null | undefined): number | null =>
    name === 'none' || !figure ? null : name === 'one' ? figure.classOne : figure.classTwo;
  return { target: of(record?.target), published: of(record?.published) };
}

/** 「据公开记录：公布一类10、二类77；目标约10 / 70（来源：…）。」 */
export function recordSentence({ published, target }: YearRecordDto): string {
  const said = [
    published === null
      ? ''
      : countsInWords(published)
        ? `公布${countsInWords(published)}`
        : '已公布，数目不详',
    target === null ? '' : `目标约${[target.classOne, target.classTwo].map((n) => n ?? '–').join(' / ')}`,
  ].filter(Boolean);
  const sources = [published, target].flatMap((record) => (record === null ? [] : [sourceInWords(record)]));
  return `据公开记录：${said.join('；')}（来源：${[...new Set(sources)].join('；')}）。`;
}

const countsInWords = ({ classOne, classTwo, occupations }: RecordCountDto): string =>
  [
    classOne === null ? '' : `一类${classOne}`,
    classTwo === null ? '' : `二类${classTwo}`,
    occupations === null ? '' : `职业${occupations}`,
  ]
    .filter(Boolean)
    .join('、');

/** Its document and where it stands, each once, and how sure that is. */
const sourceInWords = ({ document, source, verified }: RecordCountDto): string =>
  `${document === null || source.includes(document) ? source : `${document}，${source}`}，${verified ? '已核实' : '未核实'}`;

/** `2026-11-22 20:30` in China. */
export const moment = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(iso));

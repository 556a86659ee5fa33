import type { PdfBlock } from '@luban/papers';
import { classNames, moment } from './insight-words.js';
import { count, small } from './report-blocks.js';
import { contestClasses } from './plan-figures.js';
import { inPublishedOrder } from './published-order.js';
import type { ContestDto, YearInsightDto } from './year-insight.dto.js';

/**
 * 附表: the granted contests, class by class, as published: number and order of the latest published version, then those
 * that are not in it, without a number. Where lists of several authorities stand together, each contest names its own.
 */
export function contestTables(granted: readonly ContestDto[]): PdfBlock[] {
  const several = new Set(granted.map(({ divisionCode }) => divisionCode)).size > 1;
  return contestClasses.flatMap((name): PdfBlock[] => {
    const contests = inPublishedOrder(granted.filter((contest) => contest.class === name));
    if (contests.length === 0) return [];
    const unnumbered = contests.filter(({ number }) => number === null).length;
    const first = name === contestClasses.find((other) => granted.some((contest) => contest.class === other));
    return [
      { kind: 'heading', text: `附表 获批${classNames[name]}名单（${contests.length}项）`, newPage: first },
      {
        kind: 'table',
        columns: [
          { title: '序号', weight: 1.6, align: 'right' },
          { title: '赛事名称', weight: 6 },
          { title: '牵头申办单位', weight: 4 },
          { title: '职业（工种）', weight: 5 },
          { title: '决赛', weight: 2.6 },
        ],
        rows: contests.map((contest) => [
          count(contest.number),
          [contest.name, ...marksOf(contest).map((mark) => `（${mark}）`)].join(''),
          several && contest.areaName ? `${contest.lead}（${contest.areaName}）` : contest.lead,
          contest.occupations.join('、'),
          [contest.placeName, contest.finalFrom].filter(Boolean).join(' '),
        ]),
      },
      ...(unnumbered === 0 || unnumbered === contests.length
        ? []
        : [small(`序号为已发布计划（最新一版）中的序号；未列入的${unnumbered}项排在其后，不编号。`)]),
      ...(unnumbered === contests.length ? [small('均未列入本系统已发布的计划，不编号。')] : []),
    ];
  });
}

/** What is to be known of a contest in the list. */
const marksOf = ({ state, historic, published, number, demo }: ContestDto): string[] => [
  ...(state === 'grantedWithConditions' ? ['有条件'] : []),
  ...(historic ? ['补录'] : []),
  ...(demo ? ['演示数据'] : []),
  ...(number === null && !historic ? [published ? '类别更正未发布' : '未发布'] : []),
];

/** 附注: where the numbers come from, what they count, and what is not verified. */
export function reportNotes(year: YearInsightDto): PdfBlock[] {
  const { totals, unverified, years } = year;
  const doubtful = years.flatMap(({ year: of, records }) =>
    records.filter(({ verified }) => !verified).map(({ source }) => `${of}年（${source}）`),
  );
  const sources = years.flatMap(({ year: of, records }) =>
    records.map(({ source, document }) => `${of}年：${[document, source].filter(Boolean).join('，')}`),
  );
  const lines = [
    `本报告数据取自鲁班系统，读取时间为${moment(year.asOf)}（中国标准时间），各项数字为同一时刻。数据版本${year.versionCode}：数据相同则版本号相同。`,
    year.notes.contests.zh,
    totals.historic > 0
      ? `其中${totals.historic}项由公开记录补录，记录中没有的信息为合成数据，仅供参考。`
      : '',
    totals.demo > 0 ? `其中${totals.demo}项为演示数据。` : '',
    unverified.length > 0
      ? `所依据规则中，下列条款未能核实原文，只作提示、不作否决依据：${unverified
          .map(({ title, article }) => `${title.zh}（${article.zh}）`)
          .join('；')}。`
      : '所依据的规则条款均已核实。',
    doubtful.length > 0 ? `公开记录中未核实的年度：${doubtful.join('；')}。` : '',
    sources.length > 0 ? `历年公开记录来源：${[...new Set(sources)].join('；')}。` : '',
  ].filter((text) => text !== '');
  return [
    { kind: 'heading', text: '附注 数据来源与说明' },
    ...lines.map((text, at): PdfBlock => ({ kind: 'paragraph', text: `${at + 1}. ${text}`, small: true })),
  ];
}

import type { PdfBlock } from '@luban/papers';
import { classNames, levelNames, monthName, percent, recordInWords } from './insight-words.js';
import { barsAtMost, column, count, heading, small } from './report-blocks.js';
import type { YearInsightDto } from './year-insight.dto.js';

/** How the year went: when, who took part, what is owed, what goes on below, and the years before. */
export const courseSections = (year: YearInsightDto): PdfBlock[][] => [
  months(year),
  participation(year),
  duties(year),
  lower(year),
  comparison(year),
];

function months({ months: found, notes }: YearInsightDto): PdfBlock[] {
  if (found.dated === 0) return [];
  const clause =
    found.clause === null
      ? []
      : [
          small(
            `依据：${found.clause.article.zh}（${found.clause.title.zh}${found.clause.verified ? '' : '；该条款未核实'}）。安排在${found.avoided.join('、')}月的${found.inAvoided}项，占${percent(found.inAvoided, found.dated)}。`,
          ),
        ];
  return [
    heading('时间分布'),
    {
      kind: 'bars',
      title: '各月决赛数（获批竞赛）',
      bars: found.items.map(({ month, count: value }) => ({
        label: `${monthName(month)}${found.avoided.includes(Number(month)) ? ' ▲' : ''}`,
        value,
      })),
    },
    ...clause,
    small(notes.months.zh),
  ];
}

function participation({ participation: rows, notes }: YearInsightDto): PdfBlock[] {
  const all = rows.find((row) => row.class === 'all');
  if (!all || all.events === 0) return [];
  return [
    heading('参赛情况'),
    {
      kind: 'bars',
      bars: [
        { label: '报名', value: all.entries },
        { label: '选手', value: all.competitors },
        {
          label: '到场',
          value: all.present,
          note: `${all.present}（${percent(all.present, all.competitors)}）`,
        },
        {
          label: '获奖',
          value: all.awarded,
          note: `${all.awarded}（${percent(all.awarded, all.competitors)}）`,
        },
      ],
    },
    {
      kind: 'table',
      columns: [
        column('类别', 3, 'left'),
        ...['赛事', '代表队', '报名', '选手', '到场', '获奖'].map((title) => column(title, 2)),
      ],
      rows: rows.map((row) => [
        classNames[row.class] ?? row.class,
        ...[row.events, row.delegations, row.entries, row.competitors, row.present, row.awarded].map(count),
      ]),
    },
    small(notes.participation.zh),
  ];
}

function duties({ duties: found, notes }: YearInsightDto): PdfBlock[] {
  const row = (name: string, { open, overdue, met }: typeof found.conditions) => [
    name,
    ...[met, open, overdue].map(count),
  ];
  return [
    heading('批复条件与赛后材料'),
    {
      kind: 'table',
      columns: [column('事项', 4, 'left'), column('已完成', 2), column('未完成', 2), column('其中逾期', 2)],
      rows: [row('批复条件', found.conditions), row('赛后材料', found.obligations)],
    },
    small(notes.duties.zh),
  ];
}

function lower({ lower: levels, filings, notes }: YearInsightDto): PdfBlock[] {
  return [
    heading('下级竞赛与备案'),
    ...(levels.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              column('级别', 3, 'left'),
              ...['申报', '获批', '已发布', '已发布计划'].map((title) => column(title, 2)),
            ],
            rows: levels.map(({ level, applications, granted, published, plans }) => [
              levelNames[level] ?? level,
              ...[applications, granted, published, plans].map(count),
            ]),
          } satisfies PdfBlock,
        ]),
    {
      kind: 'table',
      columns: [column('备案单位', 3, 'left'), column('竞赛', 2), column('参赛人数', 2)],
      rows: filings.map(({ level, filings: filed, competitors }) => [
        levelNames[level] ?? level,
        count(filed),
        count(competitors),
      ]),
    },
    small(notes.lower.zh),
  ];
}

function comparison({ years, notes, planYear }: YearInsightDto): PdfBlock[] {
  const shown = years.filter(({ year }) => year <= planYear).slice(0, barsAtMost);
  return [
    heading('历年对照'),
    {
      kind: 'table',
      columns: [
        column('年度', 2, 'left'),
        ...['申报', '获批一类', '获批二类', '发布一类', '发布二类'].map((title) => column(title, 2)),
        column('公开记录', 6, 'left'),
      ],
      rows: shown.map((row) => [
        String(row.year),
        ...[row.applications, row.one, row.two, row.publishedOne, row.publishedTwo].map(count),
        row.records.map(recordInWords).join('；'),
      ]),
      empty: '没有以往年度的数据。',
    },
    small(notes.years.zh),
  ];
}

import type { PdfBlock, PdfColumn } from '@luban/papers';
import { classNames, levelNames, monthName, percent, placeName, stateNames } from './insight-words.js';
import type { YearInsightDto } from './year-insight.dto.js';
import { recordInWords } from './year-workbook.js';

/** How many bars a figure of the report has at most: the workbook has the rest. */
const barsAtMost = 20;

const column = (title: string, weight: number, align: PdfColumn['align'] = 'right'): PdfColumn => ({
  title,
  weight,
  align,
});
const small = (text: string): PdfBlock => ({ kind: 'paragraph', text, small: true });
const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
const count = (value: number | null): string => (value === null ? '–' : String(value));

/** Figures and their numbers, question by question. */
export const reportFigures = (year: YearInsightDto): PdfBlock[] => [
  ...plan(year),
  ...industries(year),
  ...places(year),
  ...occupations(year),
  ...months(year),
  ...participation(year),
  ...duties(year),
  ...lower(year),
  ...comparison(year),
];

function plan({ classes, states, notes }: YearInsightDto): PdfBlock[] {
  return [
    heading('二、计划进度'),
    {
      kind: 'bars',
      title: '各类竞赛获批数与计划目标（竖线为目标）',
      bars: classes.map(({ class: name, granted, target }) => ({
        label: classNames[name] ?? name,
        value: granted,
        ...(target === null ? {} : { of: target }),
        note: target === null ? `${granted}` : `${granted} / 约${target}`,
      })),
    },
    {
      kind: 'table',
      columns: [
        column('类别', 3, 'left'),
        ...['目标', '申报', '在办', '获批', '已发布', '已建赛事'].map((title) => column(title, 2)),
      ],
      rows: classes.map((row) => [
        classNames[row.class] ?? row.class,
        count(row.target),
        count(row.applications),
        count(row.open),
        count(row.granted),
        count(row.published),
        count(row.held),
      ]),
    },
    {
      kind: 'table',
      columns: [
        column('申报状态', 4, 'left'),
        column('一类', 2),
        column('二类', 2),
        column('未分类', 2),
        column('合计', 2),
      ],
      rows: states
        .filter(({ count: all }) => all > 0)
        .map((row) => [
          stateNames[row.state] ?? row.state,
          ...[row.one, row.two, row.none, row.count].map(count),
        ]),
      empty: '没有申报。',
    },
    small(notes.classes.zh),
  ];
}

function industries({ industries: rows, notes }: YearInsightDto): PdfBlock[] {
  if (rows.length === 0) return [];
  return [
    heading('三、行业分布'),
    {
      kind: 'bars',
      title: '各行业门类获批竞赛数（括号内为申报数）',
      bars: rows.slice(0, barsAtMost).map(({ code, name, granted, applications }) => ({
        label: code === 'none' ? '未标明' : (name ?? code),
        value: granted,
        note: `${granted}（${applications}）`,
      })),
    },
    small(notes.industries.zh),
  ];
}

function places({ places: { items }, notes }: YearInsightDto): PdfBlock[] {
  const figures = [
    ['决赛举办地：获批竞赛数', 'byFinal'],
    ['牵头申办单位所在地：获批竞赛数', 'byApplicant'],
  ] as const;
  return [
    heading('四、地区分布'),
    ...figures.map(([title, by]): PdfBlock => {
      const tiles = items.flatMap((place) =>
        place.row === null || place.column === null
          ? []
          : [
              {
                row: place.row,
                column: place.column,
                label: place.shortName ?? placeName(place),
                value: place.counted ? place[by].granted : null,
              },
            ],
      );
      const elsewhere = items.filter(({ row }) => row === null);
      const bars = (tiles.length > 0 ? [] : items)
        .filter((place) => place[by].granted > 0)
        .sort((a, b) => b[by].granted - a[by].granted)
        .slice(0, barsAtMost)
        .map((place) => ({ label: placeName(place), value: place[by].granted }));
      if (tiles.length === 0)
        return bars.length > 0 ? { kind: 'bars', title, bars } : small(`${title}：无。`);
      const rest = elsewhere
        .filter((place) => place[by].granted > 0)
        .map((place) => `${placeName(place)} ${place[by].granted} 项`);
      return {
        kind: 'tiles',
        title,
        tiles,
        legend: ['颜色越深项数越多', ...rest].join('；'),
      };
    }),
    small(notes.places.zh),
  ];
}

function occupations({ occupations: found, notes }: YearInsightDto): PdfBlock[] {
  if (found.different === 0) return [];
  return [
    heading('五、职业分布'),
    {
      kind: 'bars',
      title: '获批竞赛涉及的职业，按大典大类',
      bars: found.majors
        .filter(({ contests }) => contests > 0)
        .map(({ code, name, contests, occupations: different }) => ({
          label: code === 'none' ? '不在大典内' : `${code} ${name ?? ''}`.trim(),
          value: different,
          note: `${different} 个职业，${contests} 项`,
        })),
    },
    {
      kind: 'table',
      columns: [
        column('代码', 3, 'left'),
        column('出现最多的职业', 6, 'left'),
        column('竞赛', 2),
        column('说明', 4, 'left'),
      ],
      rows: found.most
        .slice(0, 10)
        .map(({ code, name, contests, isNew, firstTime }) => [
          code ?? '–',
          name,
          String(contests),
          [isNew ? '新职业' : '', firstTime ? '首次列入' : ''].filter(Boolean).join('、'),
        ]),
    },
    {
      kind: 'paragraph',
      indent: true,
      text:
        found.fresh.length === 0
          ? `获批竞赛未涉及新职业（目录中新职业共${found.freshInCatalogue}个）。`
          : `覆盖新职业${found.fresh.length}个（目录中新职业共${found.freshInCatalogue}个）：${found.fresh
              .map(({ name }) => name)
              .join('、')}。`,
    },
    small(notes.occupations.zh),
  ];
}

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
    heading('六、时间分布'),
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
    heading('七、参赛情况'),
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
    heading('八、批复条件与赛后材料'),
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
    heading('九、下级竞赛与备案'),
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
    heading('十、历年对照'),
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

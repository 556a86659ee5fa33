import type { PdfBlock } from '@luban/papers';
import { classNames, placeName, recordedOf, recordSentence, stateNames } from './insight-words.js';
import { barsAtMost, column, count, heading, small } from './report-blocks.js';
import type { YearInsightDto } from './year-insight.dto.js';

/** What was applied for and granted, and how it is spread: a section for each question. */
export const distributionSections = (year: YearInsightDto): PdfBlock[][] => [
  plan(year),
  industries(year),
  places(year),
  occupations(year),
];

function plan({ classes, states, notes, record }: YearInsightDto): PdfBlock[] {
  const recordColumns =
    record === null
      ? []
      : (['published', 'target'] as const).filter(
          (of) => (record[of]?.classOne ?? record[of]?.classTwo ?? null) !== null,
        );
  const aimOf = ({ class: name, target }: YearInsightDto['classes'][number]) => {
    const recorded = recordedOf(record, name).target;
    if (target !== null) return { of: target, said: ` / 约${target}` };
    return recorded === null ? null : { of: recorded, said: ` / 约${recorded}（公开记录）` };
  };
  return [
    heading('计划进度'),
    {
      kind: 'bars',
      title: '各类竞赛获批数与计划目标（竖线为目标）',
      bars: classes.map((row) => {
        const aim = aimOf(row);
        return {
          label: classNames[row.class] ?? row.class,
          value: row.granted,
          ...(aim === null ? {} : { of: aim.of }),
          note: `${row.granted}${aim?.said ?? ''}`,
        };
      }),
    },
    {
      kind: 'table',
      columns: [
        column('类别', 3, 'left'),
        ...['目标', '申报', '在办', '获批', '已发布', '已建赛事'].map((title) => column(title, 2)),
        ...recordColumns.map((of) => column(recordTitles[of], 2)),
      ],
      rows: classes.map((row) => [
        classNames[row.class] ?? row.class,
        count(row.target),
        count(row.applications),
        count(row.open),
        count(row.granted),
        count(row.published),
        count(row.held),
        ...recordColumns.map((of) => count(recordedOf(record, row.class)[of])),
      ]),
    },
    ...(record === null ? [] : [small(recordSentence(record))]),
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

/** Columns of what only public records say. */
const recordTitles = { published: '公开记录公布', target: '公开记录目标' } as const;

function industries({ industries: rows, notes }: YearInsightDto): PdfBlock[] {
  if (rows.length === 0) return [];
  return [
    heading('行业分布'),
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
    heading('地区分布'),
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
      // A map of nothing says less than a line.
      if (tiles.every(({ value }) => !value)) return small(`${title}：${rest.join('；') || '无'}。`);
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
    heading('职业分布'),
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
          ? found.freshInCatalogue === 0
            ? '职业目录尚未标注新职业。'
            : `获批竞赛未涉及新职业（目录中新职业共${found.freshInCatalogue}个）。`
          : `覆盖新职业${found.fresh.length}个（目录中新职业共${found.freshInCatalogue}个）：${found.fresh
              .map(({ name }) => name)
              .join('、')}。`,
    },
    small(notes.occupations.zh),
  ];
}

import type { PrintedTable } from '@luban/workbooks';
import { classNames, percent, placeName, recordedOf, recordSentence, stateNames } from './insight-words.js';
import type { YearInsightDto } from './year-insight.dto.js';
import type { MakeSheet } from './year-workbook.js';

/** Of what only public records say. */
const recordHeadings: [heading: string, width: number][] = [
  ['公开记录目标', 14],
  ['公开记录公布', 14],
];

/** What was applied for and granted, and how it is spread. */
export function distributionSheets(year: YearInsightDto, sheet: MakeSheet): PrintedTable[] {
  const { notes } = year;
  return [
    sheet(
      '计划进度',
      year.record === null ? notes.classes.zh : `${notes.classes.zh}${recordSentence(year.record)}`,
      [
        ['类别', 14, 'left'],
        ['目标', 8],
        ['申报', 8],
        ['在办', 8],
        ['获批', 8],
        ['已发布', 8],
        ['已建赛事', 10],
        ['获批/目标', 10],
        ...(year.record === null ? [] : recordHeadings),
      ],
      year.classes.map((row) => [
        classNames[row.class] ?? row.class,
        row.target,
        row.applications,
        row.open,
        row.granted,
        row.published,
        row.held,
        row.target === null ? null : percent(row.granted, row.target),
        ...(year.record === null ? [] : Object.values(recordedOf(year.record, row.class))),
      ]),
    ),
    sheet(
      '申报状态',
      notes.states.zh,
      [
        ['状态', 16, 'left'],
        ['一类', 8],
        ['二类', 8],
        ['未分类', 8],
        ['合计', 8],
      ],
      year.states.map(({ state, one, two, none, count }) => [
        stateNames[state] ?? state,
        one,
        two,
        none,
        count,
      ]),
    ),
    sheet(
      '行业',
      notes.industries.zh,
      [
        ['门类', 8, 'left'],
        ['行业', 40, 'left'],
        ['申报', 8],
        ['获批', 8],
        ['已发布', 8],
      ],
      year.industries.map(({ code, name, applications, granted, published }) => [
        code === 'none' ? null : code,
        code === 'none' ? '未标明' : name,
        applications,
        granted,
        published,
      ]),
    ),
    sheet(
      '地区',
      notes.places.zh,
      [
        ['代码', 10, 'left'],
        ['地区', 24, 'left'],
        ['决赛地·申报', 12],
        ['决赛地·获批', 12],
        ['申办单位·申报', 14],
        ['申办单位·获批', 14],
      ],
      year.places.items
        .filter(({ counted }) => counted)
        .map((place) => [
          /^\d/.test(place.divisionCode) ? place.divisionCode : null,
          placeName(place),
          place.byFinal.applications,
          place.byFinal.granted,
          place.byApplicant.applications,
          place.byApplicant.granted,
        ]),
    ),
    sheet(
      '职业大类',
      notes.occupations.zh,
      [
        ['大类', 8, 'left'],
        ['名称', 60, 'left'],
        ['竞赛', 8],
        ['职业', 8],
      ],
      year.occupations.majors.map(({ code, name, contests: count, occupations }) => [
        code === 'none' ? null : code,
        code === 'none' ? '不在大典内' : name,
        count,
        occupations,
      ]),
    ),
    sheet(
      '职业',
      `出现最多的职业（最多20个）与全部新职业。获批竞赛涉及职业 ${year.occupations.different} 个，首次列入 ${year.occupations.firstTime} 个。`,
      [
        ['代码', 14, 'left'],
        ['职业', 30, 'left'],
        ['竞赛', 8],
        ['新职业', 8],
        ['首次列入', 10],
        ['标识', 8],
      ],
      [
        ...year.occupations.most,
        ...year.occupations.fresh.filter(
          ({ key }) => !year.occupations.most.some((other) => other.key === key),
        ),
      ].map(({ code, name, contests: count, isNew, firstTime, mark }) => [
        code,
        name,
        count,
        isNew ? '是' : null,
        firstTime ? '是' : null,
        mark,
      ]),
    ),
  ];
}

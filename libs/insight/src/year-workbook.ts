import { type PrintedTable, writeTable } from '@luban/workbooks';
import {
  classNames,
  levelNames,
  monthName,
  percent,
  placeName,
  scopeName,
  stateNames,
} from './insight-words.js';
import type { ContestDto, YearInsightDto } from './year-insight.dto.js';

type Cell = string | number | null;

/** The year as a workbook: a sheet for each figure, as on screen, and the list of all contests. */
export function yearWorkbook(year: YearInsightDto, contests: readonly ContestDto[]): Promise<Buffer> {
  const sheet = (
    name: string,
    note: string,
    columns: [heading: string, width: number, align?: 'left' | 'right'][],
    rows: Cell[][],
  ): PrintedTable => ({
    sheet: name,
    title: `${year.planYear}年度${scopeName(year)} · ${name}`,
    subtitles: [note],
    columns: columns.map(([heading, width, align = 'right']) => ({ heading, width, align })),
    rows,
    footer: [`数据时间：${moment(year.asOf)}（中国标准时间）`],
    versionCode: year.versionCode,
    orientation: columns.length > 8 ? 'landscape' : 'portrait',
  });
  const { notes } = year;
  return writeTable([
    sheet(
      '计划进度',
      notes.classes.zh,
      [
        ['类别', 14, 'left'],
        ['目标', 8],
        ['申报', 8],
        ['在办', 8],
        ['获批', 8],
        ['已发布', 8],
        ['已建赛事', 10],
        ['获批/目标', 10],
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
    sheet(
      '月份',
      notes.months.zh,
      [
        ['决赛月份', 12, 'left'],
        ['一类', 8],
        ['二类', 8],
        ['未分类', 8],
        ['合计', 8],
      ],
      year.months.items.map(({ month, one, two, none, count }) => [monthName(month), one, two, none, count]),
    ),
    sheet(
      '参赛',
      notes.participation.zh,
      [
        ['类别', 14, 'left'],
        ['赛事', 8],
        ['代表队', 8],
        ['报名', 8],
        ['选手', 8],
        ['到场', 8],
        ['获奖', 8],
      ],
      year.participation.map((row) => [
        classNames[row.class] ?? row.class,
        row.events,
        row.delegations,
        row.entries,
        row.competitors,
        row.present,
        row.awarded,
      ]),
    ),
    sheet(
      '条件与赛后材料',
      notes.duties.zh,
      [
        ['事项', 18, 'left'],
        ['未完成', 10],
        ['其中逾期', 10],
        ['已完成', 10],
      ],
      [
        ['批复条件', year.duties.conditions.open, year.duties.conditions.overdue, year.duties.conditions.met],
        [
          '赛后材料',
          year.duties.obligations.open,
          year.duties.obligations.overdue,
          year.duties.obligations.met,
        ],
      ],
    ),
    sheet(
      '下级与备案',
      notes.lower.zh,
      [
        ['级别', 14, 'left'],
        ['申报', 8],
        ['获批', 8],
        ['已发布', 8],
        ['已发布计划', 12],
        ['备案', 8],
        ['备案人数', 10],
      ],
      [
        ...year.lower.map(({ level, applications, granted, published, plans }): Cell[] => [
          levelNames[level] ?? level,
          applications,
          granted,
          published,
          plans,
          null,
          null,
        ]),
        ...year.filings.map(({ level, filings, competitors }): Cell[] => [
          levelNames[level] ?? level,
          null,
          null,
          null,
          null,
          filings,
          competitors,
        ]),
      ],
    ),
    sheet(
      '历年对照',
      notes.years.zh,
      [
        ['计划年度', 10, 'left'],
        ['申报', 8],
        ['获批一类', 10],
        ['获批二类', 10],
        ['发布一类', 10],
        ['发布二类', 10],
        ['目标一类', 10],
        ['目标二类', 10],
        ['公开记录', 40, 'left'],
        ['来源', 40, 'left'],
      ],
      year.years.map((row) => [
        String(row.year),
        row.applications,
        row.one,
        row.two,
        row.publishedOne,
        row.publishedTwo,
        row.targetOne,
        row.targetTwo,
        row.records.map(recordInWords).join('；') || null,
        row.records.map(({ source }) => source).join('；') || null,
      ]),
    ),
    sheet(
      '竞赛名单',
      notes.contests.zh,
      [
        ['序号', 6],
        ['类别', 10, 'left'],
        ['赛事名称', 48, 'left'],
        ['牵头申办单位', 28, 'left'],
        ['职业（工种）', 36, 'left'],
        ['行业', 22, 'left'],
        ['决赛地', 14, 'left'],
        ['决赛开始', 12, 'left'],
        ['决赛结束', 12, 'left'],
        ['状态', 12, 'left'],
        ['已发布', 8],
        ['选手', 8],
        ['备注', 14, 'left'],
      ],
      contests.map((contest, at) => [
        at + 1,
        classNames[contest.class] ?? contest.class,
        contest.name,
        contest.lead,
        contest.occupations.join('、') || null,
        contest.industryName,
        contest.placeName,
        contest.finalFrom,
        contest.finalTo,
        stateNames[contest.state] ?? contest.state,
        contest.published ? '是' : null,
        contest.eventId ? contest.competitors : null,
        [contest.historic ? '公开记录补录' : '', contest.demo ? '演示数据' : ''].filter(Boolean).join('、') ||
          null,
      ]),
    ),
  ]);
}

/** 「公布 一类10、二类77（已核实）」. */
export function recordInWords(record: YearInsightDto['years'][number]['records'][number]): string {
  const figures = [
    record.classOne === null ? '' : `一类${record.classOne}`,
    record.classTwo === null ? '' : `二类${record.classTwo}`,
    record.occupations === null ? '' : `职业${record.occupations}`,
  ].filter(Boolean);
  const what = record.figure === 'target' ? '目标' : '公布';
  return `${what} ${figures.join('、') || '数目不详'}（${record.verified ? '已核实' : '未核实'}）`;
}

/** `2026-11-22 20:30` in China. */
export const moment = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(iso));

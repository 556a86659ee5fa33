import type { PrintedTable } from '@luban/workbooks';
import { classNames, levelNames, monthName, recordInWords, stateNames } from './insight-words.js';
import { inPublishedOrder } from './published-order.js';
import type { ContestDto, YearInsightDto } from './year-insight.dto.js';
import type { MakeSheet, SheetCell } from './year-workbook.js';

/** How the year went, the years before, and all its contests. */
export function courseSheets(
  year: YearInsightDto,
  contests: readonly ContestDto[],
  sheet: MakeSheet,
): PrintedTable[] {
  const { notes } = year;
  return [
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
        ...year.lower.map(({ level, applications, granted, published, plans }): SheetCell[] => [
          levelNames[level] ?? level,
          applications,
          granted,
          published,
          plans,
          null,
          null,
        ]),
        ...year.filings.map(({ level, filings, competitors }): SheetCell[] => [
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
        ['计划序号', 10],
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
      inPublishedOrder(contests).map((contest) => [
        contest.number,
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
  ];
}

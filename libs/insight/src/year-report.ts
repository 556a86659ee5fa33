import type { PdfBlock, PdfDocument } from '@luban/papers';
import { classNames, percent, recordSentence, recordedOf, scopeName } from './insight-words.js';
import { heading, numbered } from './report-blocks.js';
import { courseSections } from './report-course.js';
import { distributionSections } from './report-figures.js';
import { contestTables, reportNotes } from './report-lists.js';
import type { ContestDto, YearInsightDto } from './year-insight.dto.js';

/**
 * The yearly report 年度工作报告, to be handed up as it is: cover, the year in sentences, a figure with its numbers for
 * each question, the granted contests, and where the numbers come from. `granted` are the year's granted contests.
 */
export function yearReport(year: YearInsightDto, granted: readonly ContestDto[]): PdfDocument {
  const title = `${year.planYear}年度${scopeName(year)}工作报告`;
  const author = year.authorityName ?? `${year.areaName}人力资源社会保障部门`;
  const day = chineseDay(year.asOf);
  return {
    title,
    author,
    versionCode: year.versionCode,
    foot: title,
    pageOf: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
    ...(year.totals.demo > 0 ? { watermark: '含演示数据' } : {}),
    createdAt: new Date(year.asOf),
    blocks: [
      {
        kind: 'cover',
        title: `${year.planYear}年度${scopeName(year)}\n工作报告`,
        lines: [author],
        foot: [day, `数据版本 ${year.versionCode}`],
      },
      ...numbered([
        [
          heading('总体情况'),
          ...summary(year).map((text): PdfBlock => ({ kind: 'paragraph', text, indent: true })),
        ],
        ...distributionSections(year),
        ...courseSections(year),
      ]),
      { kind: 'space', millimetres: 8 },
      { kind: 'paragraph', text: author, align: 'right' },
      { kind: 'paragraph', text: day, align: 'right' },
      ...contestTables(granted),
      ...reportNotes(year),
    ],
  };
}

/** 2026年11月22日, in China. */
export const chineseDay = (iso: string): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(new Date(iso));

/** The year in sentences: only what is there is said. */
export function summary(year: YearInsightDto): string[] {
  const { totals, classes, planYear } = year;
  if (totals.applications === 0)
    return [
      `截至${chineseDay(year.asOf)}，${planYear}年度本级没有收到${scopeName(year)}的申报。`,
      ...(year.record === null ? [] : [recordSentence(year.record)]),
    ];
  return [
    taken(year),
    `按类别看，${classes
      .filter(({ applications, target }) => applications > 0 || target !== null)
      .map((row) => classSentence(row, year))
      .join('；')}。`,
    spread(year),
    participation(year),
    owed(year),
  ].filter((text) => text !== '');
}

function taken({ totals, before, planYear, asOf, plan, record }: YearInsightDto): string {
  const outcome = [
    totals.open > 0 ? `在办${totals.open}项` : '',
    totals.declined > 0 ? `不同意${totals.declined}项` : '',
    totals.withdrawn > 0 ? `撤回${totals.withdrawn}项` : '',
    totals.revoked > 0 ? `撤销${totals.revoked}项` : '',
  ].filter(Boolean);
  const change =
    before === null
      ? ''
      : `，上一年度申报${before.applications}项、获批${before.granted}项，获批数${difference(totals.granted - before.granted)}`;
  const document = plan?.documentNumber ? `（${plan.documentNumber}）` : '';
  const published =
    totals.published > 0 || (plan?.published ?? 0) > 0
      ? `年度竞赛计划${document}已发布，列入竞赛${totals.published}项。`
      : record?.published
        ? '该年度竞赛计划不是在本系统发布的。'
        : '年度竞赛计划尚未发布。';
  return (
    `截至${chineseDay(asOf)}，${planYear}年度共收到${totals.applicants}家单位的申报${totals.applications}项，` +
    `获批${totals.granted}项${outcome.length > 0 ? `，${outcome.join('，')}` : ''}${change}。${published}${record === null ? '' : recordSentence(record)}`
  );
}

const difference = (by: number): string =>
  by === 0 ? '与上年持平' : by > 0 ? `比上年增加${by}项` : `比上年减少${-by}项`;

function classSentence(
  { class: name, applications, granted, target }: YearInsightDto['classes'][number],
  { record }: YearInsightDto,
): string {
  const recorded = recordedOf(record, name);
  const aim =
    target === null
      ? [
          recorded.published === null ? '' : `，公开记录公布${recorded.published}项`,
          recorded.target === null ? '' : `，公开记录的目标约${recorded.target}项`,
        ].join('')
      : `，计划目标约${target}项，获批为目标的${percent(granted, target)}`;
  return `${classNames[name]}申报${applications}项、获批${granted}项${aim}`;
}

function spread({ occupations, industries, months, totals }: YearInsightDto): string {
  if (totals.granted === 0) return '';
  const parts: string[] = [];
  if (occupations.different > 0) {
    const fresh = occupations.fresh.length > 0 ? `，其中新职业${occupations.fresh.length}个` : '';
    parts.push(
      `获批竞赛涉及职业（工种）${occupations.different}个${fresh}，首次列入${occupations.firstTime}个`,
    );
  }
  const largest = industries.filter(({ code, granted, name }) => code !== 'none' && granted > 0 && name);
  if (largest.length > 0)
    parts.push(
      `行业以${[...largest]
        .sort((a, b) => b.granted - a.granted)
        .slice(0, 3)
        .map(({ name, granted }) => `${name}（${granted}项）`)
        .join('、')}为主`,
    );
  if (months.avoided.length > 0 && months.dated > 0)
    parts.push(
      `决赛安排在${months.avoided.join('、')}月的${months.inAvoided}项，占已定日期竞赛的${percent(months.inAvoided, months.dated)}`,
    );
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}

function participation({ participation: rows }: YearInsightDto): string {
  const all = rows.find((row) => row.class === 'all');
  if (!all || all.events === 0) return '';
  return (
    `已建立赛事${all.events}项，${all.delegations}支代表队报名${all.entries}个（选手${all.competitors}人）` +
    `${all.present > 0 ? `，到场${all.present}人` : ''}${all.awarded > 0 ? `，获奖${all.awarded}人` : ''}。`
  );
}

function owed({ duties }: YearInsightDto): string {
  const parts = [
    duties.conditions.open > 0
      ? `批复条件未完成${duties.conditions.open}项（逾期${duties.conditions.overdue}项）`
      : '',
    duties.obligations.open > 0
      ? `赛后材料未完成${duties.obligations.open}项（逾期${duties.obligations.overdue}项）`
      : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${parts.join('，')}，需督促相关单位办理。`;
}

import { type PrintedColumn, type PrintedTable, writeTable } from '@luban/workbooks';
import type { SkillResultsReply } from './result.dto.js';
import type { RankingReply } from './ranking.dto.js';

/** Award codes as the paper names them (GLOSSARY). */
const awardNames: Readonly<Record<string, string>> = {
  gold: '金牌',
  silver: '银牌',
  bronze: '铜牌',
  excellence: '优胜奖',
  firstPrize: '一等奖',
  secondPrize: '二等奖',
  thirdPrize: '三等奖',
};

const statusNames: Readonly<Record<string, string>> = {
  absent: '缺考',
  withdrawn: '弃权',
  retired: '中途退赛',
  disqualified: '取消成绩',
};

const signatures = [
  '录分：　　　　　　复核：　　　　　　裁判长：　　　　　　监督：　　　　　　日期：　　　　　　',
];
const marks = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
const column = (heading: string, width: number, more: Partial<PrintedColumn> = {}): PrintedColumn => ({
  heading,
  width,
  ...more,
});
const markColumn = (heading: string): PrintedColumn =>
  column(heading, 10, { align: 'right', format: '0.00' });

/** 成绩汇总表 after decoding, in the layout of DOMAIN.md 10, as Excel. */
export function resultsWorkbook(eventName: string, results: SkillResultsReply): Promise<Buffer> {
  const modules = results.rows[0]?.modules ?? [];
  const scaled = results.rows.some((row) => row.scaledScore !== null);
  const table: PrintedTable = {
    sheet: results.skillName,
    title: '成绩汇总表',
    subtitles: [`${eventName}　${results.skillName}　第 ${results.version} 版成绩`],
    columns: [
      column('序号', 6),
      column('参赛编号', 12),
      column('赛位号', 9),
      column('姓名', 14),
      column('单位', 24, { align: 'left' }),
      column('组别', 10),
      markColumn('理论'),
      markColumn('实操'),
      ...modules.map(({ code, name }) => markColumn(`${code} ${name}`)),
      markColumn('总成绩'),
      ...(scaled ? [column('标准分', 8, { align: 'right' })] : []),
      column('名次', 6),
      column('奖项', 10),
      column('备注', 14),
    ],
    rows: results.rows.map((row, index) => [
      index + 1,
      row.entryNumber,
      row.workstations.join('、'),
      row.competitors.join('、'),
      unitsOf(row.units, row.delegationName),
      row.groupName,
      marks(row.theoryHundredths),
      marks(row.practiceHundredths),
      ...row.modules.map(({ markHundredths }) => marks(markHundredths)),
      marks(row.totalHundredths),
      ...(scaled ? [row.scaledScore] : []),
      row.rank,
      row.award ? (awardNames[row.award] ?? row.award) : null,
      row.undecided ? '并列待裁定' : (statusNames[row.status] ?? null),
    ]),
    footer: signatures,
    versionCode: results.versionCode,
    orientation: 'landscape',
  };
  return writeTable(table);
}

/** 成绩汇总表 before decoding: work codes only. */
export function rankingWorkbook(
  eventName: string,
  skillName: string,
  ranking: RankingReply,
): Promise<Buffer> {
  const table: PrintedTable = {
    sheet: skillName,
    title: '成绩汇总表（未解密）',
    subtitles: [`${eventName}　${skillName}　第 ${ranking.number} 版成绩　仅供裁判长使用`],
    columns: [
      column('序号', 6),
      column('成果号', 18),
      column('组别', 12),
      markColumn('已签字得分'),
      markColumn('总成绩'),
      column('标准分', 8, { align: 'right' }),
      column('名次', 8),
      column('奖项', 12),
      column('已签评分表', 12),
      column('备注', 16),
    ],
    rows: ranking.rows.map((row, index) => [
      index + 1,
      row.codes.join('、'),
      row.groupName,
      marks(row.soFarHundredths),
      marks(row.totalHundredths),
      row.scaledScore,
      row.rank,
      row.award ? (awardNames[row.award] ?? row.award) : null,
      `${row.formsSigned} / ${row.formsExpected}`,
      row.undecided ? '并列待裁定' : null,
    ]),
    footer: signatures,
    versionCode: ranking.versionCode,
    orientation: 'portrait',
  };
  return writeTable(table);
}

/** Units without doubles; the delegation where none is recorded. */
export function unitsOf(units: readonly string[], delegation: string): string {
  const named = [...new Set(units.filter((unit) => unit !== ''))];
  return named.length > 0 ? named.join('、') : delegation;
}

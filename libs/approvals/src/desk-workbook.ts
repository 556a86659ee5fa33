import { writeTable } from '@luban/workbooks';
import { chinaDay, chinaTime } from './application-text.js';
import type { DeskCalendarDto } from './desk-calendar.dto.js';
import type { DeskComparisonDto } from './desk-comparison.dto.js';
import type { DeskRowDto } from './desk.dto.js';
import { classNames, collisionNames, levelNames, stateNames } from './review-names.js';

/** The desk's queue as a sheet, in the order of the screen. */
export const deskWorkbook = (rows: readonly DeskRowDto[], now: Date): Promise<Buffer> =>
  writeTable({
    ...printedAt(now),
    sheet: '申报审核',
    title: '申报审核',
    subtitles: [`共 ${rows.length} 份`],
    columns: [
      { heading: '序号', width: 6 },
      { heading: '赛事名称', width: 40 },
      { heading: '届次', width: 10 },
      { heading: '牵头申办单位', width: 28 },
      { heading: '级别', width: 12 },
      { heading: '地区', width: 14 },
      { heading: '计划年度', width: 10 },
      { heading: '类别', width: 8 },
      { heading: '竞赛职业', width: 40 },
      { heading: '行业', width: 20 },
      { heading: '决赛地点', width: 18 },
      { heading: '决赛时间', width: 24 },
      { heading: '状态', width: 12 },
      { heading: '提交日期', width: 12 },
      { heading: '等待天数', width: 10 },
      { heading: '应办日期', width: 12 },
      { heading: '不符合', width: 8 },
      { heading: '提醒', width: 8 },
      { heading: '未知', width: 8 },
      { heading: '未落实条件', width: 12 },
    ],
    rows: rows.map((row, i) => [
      i + 1,
      row.name,
      row.edition ?? '',
      row.leadName,
      levelNames[row.level] ?? row.level,
      row.divisionName ?? '',
      row.planYear,
      row.class ? (classNames[row.class] ?? '') : '',
      row.occupations.join('、'),
      row.industryName ?? row.industryCode ?? '',
      row.placeName ?? '',
      row.finalFrom ? `${row.finalFrom} – ${row.finalTo ?? ''}` : '',
      stateNames[row.state]?.zh ?? row.state,
      chinaDay(row.submittedAt),
      row.daysWaiting,
      row.dueAt ? chinaDay(row.dueAt) : '',
      row.findings.blocking,
      row.findings.warning,
      row.findings.unknown,
      row.openConditions,
    ]),
  });

/** Two applications side by side as a sheet. */
export const comparisonWorkbook = ({ left, right, fields }: DeskComparisonDto, now: Date): Promise<Buffer> =>
  writeTable({
    ...printedAt(now),
    sheet: '申报对照',
    title: '申报对照',
    columns: [
      { heading: '项目', width: 18 },
      { heading: left.name, width: 50 },
      { heading: right.name, width: 50 },
      { heading: '是否不同', width: 10 },
    ],
    rows: fields.map((field) => [
      field.label.zh,
      field.left.join('；'),
      field.right.join('；'),
      field.differs ? '不同' : '相同',
    ]),
  });

/** The finals of a year with what each collides with. */
export function calendarWorkbook(
  { year, contests, collisions }: DeskCalendarDto,
  now: Date,
): Promise<Buffer> {
  const byId = new Map(contests.map((contest) => [contest.id, contest]));
  return writeTable({
    ...printedAt(now),
    sheet: `${year}年冲突`,
    title: `${year}年决赛时间冲突`,
    columns: [
      { heading: '周（周一）', width: 12 },
      { heading: '冲突', width: 18 },
      { heading: '赛事一', width: 40 },
      { heading: '时间一', width: 24 },
      { heading: '赛事二', width: 40 },
      { heading: '时间二', width: 24 },
      { heading: '共同职业', width: 30 },
      { heading: '地点', width: 20 },
    ],
    rows: collisions.map((collision) => {
      const [one, other] = [byId.get(collision.one), byId.get(collision.other)];
      return [
        collision.weekOf,
        collisionNames[collision.kind].zh,
        one?.name ?? '',
        `${one?.finalFrom ?? ''} – ${one?.finalTo ?? ''}`,
        other?.name ?? '',
        `${other?.finalFrom ?? ''} – ${other?.finalTo ?? ''}`,
        collision.sharedOccupations.join('、'),
        collision.kind === 'occupation' ? '' : (one?.placeName ?? ''),
      ];
    }),
  });
}

/** What stands at the foot of each sheet: when it was drawn up, in China. */
const printedAt = (now: Date) => ({
  versionCode: chinaTime(now).replace(/\D/g, '').slice(0, 14),
  orientation: 'landscape' as const,
});

import { type PrintedTable, writeTable } from '@luban/workbooks';
import { chinaDay, chinaTime } from './application-text.js';
import type { FilingDto } from './filing.dto.js';

const levels = { enterprise: '企业', school: '院校' };

/** 「共 12 项，另有已撤回 2 项」: what was withdrawn is not counted in. */
function countInWords(filings: readonly FilingDto[]): string {
  const withdrawn = filings.filter(({ withdrawnAt }) => withdrawnAt !== null).length;
  return `共 ${filings.length - withdrawn} 项${withdrawn > 0 ? `，另有已撤回 ${withdrawn} 项` : ''}`;
}

/** The list of filings 备案清单 as an Excel workbook. */
export function filingWorkbook(filings: readonly FilingDto[], now: Date): Promise<Buffer> {
  const table: PrintedTable = {
    sheet: '备案清单',
    title: '企业和院校职业技能竞赛备案清单',
    subtitles: [`${countInWords(filings)}，${chinaTime(now)} 导出`],
    columns: [
      { heading: '序号', width: 6 },
      { heading: '备案号', width: 22 },
      { heading: '单位', width: 32, align: 'left' },
      { heading: '类别', width: 8 },
      { heading: '地区', width: 12 },
      { heading: '竞赛名称', width: 36, align: 'left' },
      { heading: '职业（工种）', width: 28, align: 'left' },
      { heading: '开始', width: 12 },
      { heading: '结束', width: 12 },
      { heading: '地点', width: 28, align: 'left' },
      { heading: '参赛人数', width: 10, format: '0' },
      { heading: '联系人', width: 22, align: 'left' },
      { heading: '备案时间', width: 20 },
      { heading: '状态', width: 10 },
      { heading: '撤回理由', width: 24, align: 'left' },
    ],
    rows: filings.map((each, index) => [
      index + 1,
      each.number,
      each.organisationName,
      levels[each.level],
      each.areaName ?? each.divisionCode,
      each.name,
      each.occupations.map(({ name }) => name).join('、'),
      each.startsOn,
      each.endsOn,
      each.place,
      each.competitors,
      each.contact,
      chinaTime(each.filedAt),
      each.withdrawnAt ? '已撤回' : '已备案',
      each.withdrawalReason,
    ]),
    versionCode: `BA-${chinaDay(now).replaceAll('-', '')}-${filings.length}`,
    orientation: 'landscape',
  };
  return writeTable(table);
}

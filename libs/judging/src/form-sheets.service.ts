import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { skillOf } from '@luban/events';
import { type PrintedTable, writeTable } from '@luban/workbooks';
import { DataSource } from 'typeorm';
import type { AspectCard } from './entered-value.js';
import { formNeededSql } from './form-needed.sql.js';
import { formStanding, type MarkingRules } from './form-standing.js';
import type { FormReply } from './marking-form.dto.js';
import { MarkingForms } from './marking-forms.service.js';

/** Marking forms as organisers print them 评分表: Excel, A4, with version code and lines to sign (DOMAIN.md 10). */
@Injectable()
export class FormSheets {
  constructor(
    private readonly db: DataSource,
    private readonly forms: MarkingForms,
  ) {}

  /** One form; `blank` leaves the marks out, for paper. */
  async one(actor: Actor, eventId: string, formId: string, blank: boolean): Promise<Buffer> {
    return writeTable(sheetOf(await this.forms.read(actor, eventId, formId), blank));
  }

  /** Every needed form of a sub-criterion that the actor may read, a sheet each, by work code. */
  async ofSubCriterion(
    actor: Actor,
    eventId: string,
    skillId: string,
    subCriterionId: string,
    blank: boolean,
  ): Promise<Buffer> {
    await skillOf(this.db.manager, actor, eventId, skillId);
    const rows: { id: string }[] = await this.db.query(
      `SELECT f.id FROM marking_form f JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
       WHERE f.event_id = $1 AND f.skill_id = $2 AND f.sub_criterion_id = $3 AND ${formNeededSql()} ORDER BY w.code`,
      [eventId, skillId, subCriterionId],
    );
    const forms: FormReply[] = [];
    for (const { id } of rows) forms.push(await this.forms.read(actor, eventId, id));
    return writeTable(forms.map((form) => sheetOf(form, blank)));
  }
}

function sheetOf(form: FormReply, blank: boolean): PrintedTable {
  const rules = form.rules as MarkingRules;
  const { judges } = rules.judgement.panel;
  const aspects = form.aspects as (AspectCard & { description: string; requirement: string })[];
  const standing = formStanding(aspects, blank ? [] : form.values, rules);
  const valueOf = (aspectId: string, seat: number): string | null =>
    blank
      ? null
      : (form.values.find((value) => value.aspectId === aspectId && value.seat === seat)?.value ?? null);
  const seats = Array.from({ length: judges }, (_, i) => i + 1);
  const rows = aspects.map((aspect, index) => {
    const mark = standing.aspects[index]?.mark.markHundredths ?? null;
    return [
      aspect.code,
      [aspect.description, aspect.requirement].filter(Boolean).join('\n'),
      aspect.kind === 'measurement' ? '测量' : '评价',
      aspect.maxHundredths / 100,
      aspect.kind === 'measurement' ? valueOf(aspect.id, 0) : null,
      ...seats.map((seat) => (aspect.kind === 'judgement' ? valueOf(aspect.id, seat) : null)),
      mark === null ? null : mark / 100,
    ];
  });
  const { subtotalHundredths } = standing;
  const total = standing.isComplete && subtotalHundredths !== null ? subtotalHundredths / 100 : null;
  rows.push(['', '合计', '', form.subCriterion.maxHundredths / 100, null, ...seats.map(() => null), total]);
  const names = seats.map((seat) => form.seats.find((row) => row.seat === seat)?.name ?? `裁判 ${seat}`);
  return {
    sheet: `${form.subCriterion.code} ${form.workCode}`,
    title: `${form.skillName} 评分表 ${form.subCriterion.code} ${form.subCriterion.name}`,
    subtitles: [`作品 ${form.workCode}  模块 ${form.moduleCode} ${form.moduleName}  ${form.teamName}`],
    columns: [
      { heading: '编号', width: 9 },
      { heading: '评分点', width: 44, align: 'left' },
      { heading: '方式', width: 7 },
      { heading: '配分', width: 8, align: 'right', format: '0.00' },
      { heading: '测量值', width: 10, align: 'right' },
      ...names.map((heading) => ({ heading, width: 9 })),
      { heading: '得分', width: 9, align: 'right', format: '0.00' },
    ],
    rows,
    footer: [
      names.map((name) => `${name}：____________`).join('    '),
      '裁判长：____________    日期：____________',
    ],
    versionCode: blank
      ? '空白表'
      : (form.signOff?.versionCode ?? form.versionCode ?? `未提交 第${form.revision}版`),
    orientation: judges > 3 ? 'landscape' : 'portrait',
  };
}

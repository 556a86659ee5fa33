import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { NotFound, Refused } from '@luban/platform';
import { officialDocx } from '@luban/papers';
import { type PrintedTable, writeTable } from '@luban/workbooks';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlanVersion } from './annual-plan.entity.js';
import type { DraftItem } from './plan-differences.js';
import type { PlanPlace } from './plan-lines.js';
import { planCodeOf } from './plan-code.js';
import { planNotice } from './plan-notice.js';
import { namesOf } from './plan.queries.js';
import { planInReach, versionOf } from './plan-reach.js';
import { itemsOf, planStanding } from './plan-standing.js';
import { className, planTitle } from './plan-titles.js';

export interface Paper {
  fileName: string;
  bytes: Buffer;
}

/** What a version is on paper: the notice as editable .docx, the numbered list as Excel. */
@Injectable()
export class PlanPapers {
  constructor(private readonly db: DataSource) {}

  /**
   * The notice; while it is a draft it says 拟稿 on every page. `seal` asks for the copy to be stamped 用印稿, without
   * those marks: refused (`approvals.plan-not-signed`) until number, signer and date are recorded.
   */
  async notice(actor: Actor, place: PlanPlace, number: number, copy?: 'seal'): Promise<Paper> {
    await planInReach(this.db.manager, actor, place);
    const { version, items, names, planDocument, code } = await listOf(this.db.manager, place, number);
    const forSeal = copy === 'seal';
    const { documentNumber, signer, signedOn } = version;
    if (forSeal && (documentNumber === null || signer === null || signedOn === null))
      throw new Refused('approvals.plan-not-signed');
    const issuer = names.authorityName ?? `${names.areaName}人力资源社会保障部门`;
    const bytes = await officialDocx(
      planNotice({ place, areaName: names.areaName, issuer, version, items, planDocument, code, forSeal }),
    );
    const mark = version.publishedAt ? '' : forSeal ? '用印稿 ' : '拟稿 ';
    return { fileName: `${mark}${version.title}.docx`, bytes };
  }

  /** The numbered list, for its desk. */
  async list(actor: Actor, place: PlanPlace, number: number): Promise<Paper> {
    await planInReach(this.db.manager, actor, place);
    return listWorkbook(place, await listOf(this.db.manager, place, number));
  }

  /** The numbered list of a published version, for everybody. */
  async publicList(place: PlanPlace, number: number): Promise<Paper> {
    const list = await listOf(this.db.manager, place, number);
    if (!list.version.publishedAt) throw new NotFound('approvals.plan-version-not-found', { number });
    return listWorkbook(place, list);
  }
}

interface VersionList {
  version: PlanVersion;
  items: readonly DraftItem[];
  names: { areaName: string; authorityName: string | null };
  /** 发文字号 of the plan itself. */
  planDocument: string | null;
  /** 核对码. */
  code: string;
}

async function listOf(tx: EntityManager, place: PlanPlace, number: number): Promise<VersionList> {
  const standing = await planStanding(tx, place);
  const version = versionOf(standing.versions, number);
  const items = version.publishedAt ? await itemsOf(tx, version) : standing.items;
  return {
    version,
    items,
    code: planCodeOf(place, version, items),
    names: await namesOf(tx, place),
    planDocument: standing.versions.find(({ kind }) => kind === 'plan')?.documentNumber ?? null,
  };
}

const changeNames: Record<DraftItem['change'], string> = {
  added: '新增',
  removed: '取消',
  corrected: '更正',
  kept: '',
};

async function listWorkbook(place: PlanPlace, { version, items, names, code }: VersionList): Promise<Paper> {
  const title = planTitle(place, names.areaName);
  const isFirst = version.kind === 'plan';
  const standing = items.filter(({ change }) => isFirst || change !== 'removed');
  const sheet = (of: DraftItem['class']): PrintedTable => ({
    sheet: of === 'one' ? '一类' : of === 'two' ? '二类' : '竞赛计划',
    title: `${title}${of === null ? '' : `（${className(of, place)}）`}`,
    subtitles: [
      version.publishedAt
        ? [names.authorityName, version.documentNumber, version.signedOn].filter(Boolean).join('　')
        : '拟稿：未经签发，不得对外公布',
      `核对码 ${code}`,
    ],
    columns: [
      { heading: '序号', width: 8 },
      { heading: '竞赛名称', width: 46, align: 'left' },
      { heading: '主办单位', width: 34, align: 'left' },
      { heading: '职业（工种）', width: 40, align: 'left' },
      ...(isFirst
        ? []
        : [
            { heading: '变化', width: 10 },
            { heading: '说明', width: 40, align: 'left' as const },
          ]),
    ],
    rows: standing
      .filter((item) => item.class === of)
      .map(({ number, officialName, hosts, occupations, change, note }) => [
        ...[number, officialName, hosts, occupations],
        ...(isFirst ? [] : [changeNames[change], note ?? '']),
      ]),
    versionCode: `${place.planYear}-${place.divisionCode}-V${version.number} ${code}`,
    orientation: 'landscape',
  });
  const classes = (['one', 'two', null] as const).filter((of) => standing.some((item) => item.class === of));
  const removed = items.filter(({ change }) => change === 'removed');
  const tables = (classes.length === 0 ? ([null] as const) : classes).map(sheet);
  if (!isFirst && removed.length > 0)
    tables.push({
      sheet: '取消',
      title: `${title}（取消项目）`,
      columns: [
        { heading: '类别', width: 24 },
        { heading: '序号', width: 8 },
        { heading: '竞赛名称', width: 46, align: 'left' },
        { heading: '说明', width: 40, align: 'left' },
      ],
      rows: removed.map((item) => [
        className(item.class, place),
        item.number,
        item.officialName,
        item.note ?? '',
      ]),
      versionCode: `${place.planYear}-${place.divisionCode}-V${version.number} ${code}`,
      orientation: 'landscape',
    });
  const draft = version.publishedAt ? '' : '拟稿 ';
  return { fileName: `${draft}${title}（第${version.number}版）.xlsx`, bytes: await writeTable(tables) };
}

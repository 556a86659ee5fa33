import type { OfficialAnnex, OfficialDocument, OfficialParagraph, OfficialTable } from '@luban/papers';
import type { PlanVersion } from './annual-plan.entity.js';
import type { DraftItem } from './plan-differences.js';
import type { PlanPlace } from './plan-lines.js';
import { className, planTitle } from './plan-titles.js';

/** What a notice is written from. */
export interface NoticeFacts {
  place: PlanPlace;
  areaName: string;
  /** Whose document it is. */
  issuer: string;
  version: PlanVersion;
  items: readonly DraftItem[];
  /** 发文字号 of the plan that this version adds to or corrects. */
  planDocument: string | null;
  /** 核对码; printed in the 版记 of the copy to be stamped and of what was published. */
  code: string;
  /** 用印稿: without the marks of a draft, to be printed and stamped. */
  forSeal?: boolean;
}

/** The notice of a version as an official document: editable, and only a proposal for its text. */
export function planNotice(facts: NoticeFacts): OfficialDocument {
  const { issuer, version, place } = facts;
  return {
    issuer,
    documentNumber: version.documentNumber,
    year: Number(version.signedOn?.slice(0, 4) ?? place.planYear),
    draftMark: version.publishedAt === null && !facts.forSeal ? '拟稿' : null,
    title: version.title,
    addressees: version.addressees,
    body: bodyOf(facts),
    annexes: annexesOf(facts),
    signature: issuer,
    date: version.signedOn,
    copies: '',
    printedBy: issuer,
    checkCode: facts.forSeal || version.publishedAt !== null ? facts.code : null,
  };
}

function bodyOf(facts: NoticeFacts): OfficialParagraph[] {
  const { version, place, areaName, items, planDocument } = facts;
  const title = planTitle(place, areaName);
  const earlier = planDocument ? `《${title}》（${planDocument}）` : `《${title}》`;
  const text = (words: string): OfficialParagraph => ({ kind: 'text', text: words });
  const heading = (words: string): OfficialParagraph => ({ kind: 'heading', text: words });
  if (version.kind === 'correction')
    return [
      text(`${earlier}印发后，有关赛事发生变化，现作如下更正：`),
      text(version.correctionNote ?? ''),
      text('更正的项目及更正后的计划见附件。'),
    ];
  if (version.kind === 'supplement')
    return [
      text(`${earlier}印发后，经审核，增补${counted(added(items), place)}，现予印发，请一并组织实施。`),
      ...(version.correctionNote ? [text(version.correctionNote)] : []),
      ...duties(heading, text),
    ];
  return [
    text(`经审核，现将《${title}》印发给你们，共${counted(items, place)}，请结合实际，认真组织实施。`),
    ...duties(heading, text),
  ];
}

/** What binds a granted contest: DOMAIN.md 1 and 2 (class status is for one edition of one plan year; materials afterwards). */
function duties(
  heading: (words: string) => OfficialParagraph,
  text: (words: string) => OfficialParagraph,
): OfficialParagraph[] {
  return [
    heading('一、按照计划组织实施'),
    text(
      '各主办单位要按照计划确定的赛事名称、竞赛类别和职业（工种）组织竞赛，制定实施方案和技术文件。需要增加、变更职业（工种）或者其他重要事项的，应当事先提出变更申请。',
    ),
    heading('二、严格竞赛资格'),
    text('列入计划的竞赛资格仅限本年度计划和本届赛事，不得转让，不得用于其他赛事。'),
    heading('三、按时报送赛后材料'),
    text('竞赛结束后，各主办单位应当按照规定报送竞赛工作总结、各竞赛项目技术分析和竞赛基本情况等材料。'),
  ];
}

const added = (items: readonly DraftItem[]) => items.filter(({ change }) => change === 'added');

/** 「一类大赛10项、二类竞赛77项」. */
function counted(items: readonly DraftItem[], place: PlanPlace): string {
  const standing = items.filter(({ change }) => change !== 'removed');
  return (['one', 'two', null] as const)
    .map((of) => [of, standing.filter((item) => item.class === of).length] as const)
    .filter(([, count]) => count > 0)
    .map(([of, count]) => `${className(of, place)}${count}项`)
    .join('、');
}

function annexesOf({ version, place, areaName, items }: NoticeFacts): OfficialAnnex[] {
  const title = planTitle(place, areaName);
  const standing = items.filter(({ change }) => change !== 'removed');
  if (version.kind === 'supplement')
    return [{ title: `${title}增补项目`, tables: lists(added(items), place) }];
  if (version.kind === 'correction')
    return [
      { title: `${title}更正项目`, tables: [changed(items, place)] },
      { title: `${title}（更正后）`, tables: lists(standing, place) },
    ];
  return [{ title, tables: lists(standing, place) }];
}

const ordinals = ['一', '二', '三'];

function lists(items: readonly DraftItem[], place: PlanPlace): OfficialTable[] {
  const classes = (['one', 'two', null] as const).filter((of) => items.some((item) => item.class === of));
  return classes.map((of, i) => {
    const own = items.filter((item) => item.class === of);
    const single = classes.length === 1 && of === null;
    return {
      heading: single ? null : `${ordinals[i]}、${className(of, place)}（${own.length}项）`,
      columns: [
        { heading: '序号', share: 9 },
        { heading: '竞赛名称', share: 38, align: 'left' },
        { heading: '主办单位', share: 25, align: 'left' },
        { heading: '职业（工种）', share: 28, align: 'left' },
      ],
      rows: own.map(({ number, officialName, hosts, occupations }) => [
        String(number),
        officialName,
        hosts,
        occupations,
      ]),
    };
  });
}

const changeNames: Record<DraftItem['change'], string> = {
  added: '新增',
  removed: '取消',
  corrected: '更正',
  kept: '',
};

function changed(items: readonly DraftItem[], place: PlanPlace): OfficialTable {
  return {
    heading: null,
    columns: [
      { heading: '类别及序号', share: 16 },
      { heading: '竞赛名称', share: 38, align: 'left' },
      { heading: '变化', share: 9 },
      { heading: '说明', share: 37, align: 'left' },
    ],
    rows: items
      .filter(({ change }) => change !== 'kept')
      .map((item) => [
        `${item.class === null ? '' : className(item.class, place).slice(0, 5)}第${item.number}项`,
        item.officialName,
        changeNames[item.change],
        item.note ?? '',
      ]),
  };
}

import type { PdfBlock, PdfDocument } from '@luban/papers';
import {
  authorityLevelInWords,
  organisationKindInWords,
  partyPartInWords,
  skillLevelInWords,
} from '@luban/rulebook';
import { checks, hand, papers } from './application-form-end.js';
import { blank, join, people, span, yuan } from './application-form-words.js';
import type { ApplicationDto } from './application-reply.dto.js';

/** Stands in the file of a printed form, so that the unstamped original is told from a scan of it. */
export const formMark = 'luban-form:';

/**
 * The application form 申请表 as a document for paper, in Chinese as it is handed in: all that is stated, what came with
 * it, what the rules found (unverified clauses named), and where it is signed and stamped. The code at the foot covers
 * what is stated; documents and findings are as on the day of printing.
 */
export function formOf(application: ApplicationDto, at: Date): PdfDocument {
  const national = application.level === 'nationalIndustry';
  const title = national
    ? `国家级${application.class === 'one' ? '一类职业技能大赛' : '二类职业技能竞赛'}申请表`
    : `${application.divisionName ?? application.divisionCode}职业技能竞赛申请表`;
  return {
    title,
    author: application.leadName,
    versionCode: application.pageCode,
    keywords: `${formMark}${application.pageCode}`,
    foot: `${application.planYear} 年 ${application.name}`,
    pageOf: (page, pages) => `第 ${page} 页 共 ${pages} 页`,
    ...(application.state === 'draft' && application.missing.length > 0 && { watermark: '未完成' }),
    createdAt: at,
    blocks: [
      {
        kind: 'title',
        text: title,
        line: `${application.planYear} 年度计划 · 页码校验码 ${application.pageCode}`,
      },
      ...basics(application),
      ...organisations(application),
      ...occupations(application),
      ...contestDay(application),
      ...means(application),
      ...history(application),
      ...papers(application),
      ...checks(application, at),
      ...hand(application),
    ],
  };
}

const basics = (application: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '一、基本情况' },
  {
    kind: 'facts',
    rows: [
      { label: '赛事名称', value: application.name },
      { label: '届次', value: application.edition ?? blank },
      ...(application.officialName ? [{ label: '公布名称', value: application.officialName }] : []),
      {
        label: '级别与类别',
        value: join(
          [
            authorityLevelInWords[application.level].zh,
            application.class && (application.class === 'one' ? '一类' : '二类'),
          ],
          ' · ',
        ),
      },
      { label: '计划年度', value: `${application.planYear} 年（${application.heldYear} 年举办）` },
      { label: '牵头申办单位', value: application.leadName },
      { label: '单位性质', value: organisationKindInWords[application.leadKind].zh },
      {
        label: '所属行业',
        value: join([application.industryCode, application.industryName], ' '),
      },
      { label: '决赛时间', value: span(application.finalFrom, application.finalTo) },
      {
        label: '决赛地点',
        value: join(
          [application.placeName, application.content.venue?.city, application.content.venue?.address],
          ' ',
        ),
      },
      {
        label: '联系人',
        value: join(
          [
            application.content.contact?.name,
            application.content.contact?.phone,
            application.content.contact?.email,
          ],
          '　',
        ),
      },
    ],
  },
  { kind: 'heading', text: '竞赛目的与意义', level: 2 },
  ...paragraphs(application.content.purpose),
];

const organisations = ({ parties }: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '二、办赛单位' },
  {
    kind: 'table',
    columns: [
      { title: '序号', weight: 1, align: 'centre' },
      { title: '身份', weight: 2 },
      { title: '单位名称', weight: 6 },
      { title: '单位性质', weight: 3 },
    ],
    rows: parties.map(({ part, name, kind }, i) => [
      String(i + 1),
      partyPartInWords[part].zh,
      name,
      organisationKindInWords[kind].zh,
    ]),
  },
];

const occupations = (application: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '三、竞赛职业（工种）与组别' },
  {
    kind: 'table',
    columns: [
      { title: '序号', weight: 1.3, align: 'centre' },
      { title: '职业（工种）', weight: 4 },
      { title: '职业编码', weight: 3 },
      { title: '赛项方向', weight: 4 },
      { title: '国家职业技能标准', weight: 3 },
      { title: '每队人数', weight: 2, align: 'right' },
    ],
    rows: application.occupations.map((occupation, i) => [
      String(i + 1),
      occupation.name,
      occupation.code ? `${occupation.code}（${occupation.edition} 版）` : blank,
      occupation.detail ?? blank,
      standardOf(occupation),
      String(occupation.teamSize),
    ]),
    empty: '尚未填写职业（工种）',
  },
  ...application.occupations
    .filter(({ strategicReason }) => strategicReason)
    .map(({ name, strategicReason }): PdfBlock => ({
      kind: 'paragraph',
      text: `${name}属国家战略重点领域：${strategicReason ?? ''}`,
      small: true,
    })),
  {
    kind: 'facts',
    rows: [
      {
        label: '组别',
        value: (application.content.groups ?? []).map(({ name }) => name).join('、') || blank,
      },
      {
        label: '规模',
        value: join(
          [
            application.content.scale?.delegations !== undefined &&
              `代表队 ${application.content.scale.delegations} 支`,
            application.content.scale?.competitors !== undefined &&
              `选手 ${application.content.scale.competitors} 人`,
          ],
          '，',
        ),
      },
    ],
  },
];

const contestDay = ({ content: { schedule, venue } }: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '四、赛程与场地' },
  {
    kind: 'facts',
    rows: [
      {
        label: '选拔赛时间',
        value: span(schedule?.preliminaryFrom ?? null, schedule?.preliminaryTo ?? null),
      },
      { label: '赛程安排', value: schedule?.note ?? blank },
      { label: '场地与设施', value: venue?.facilities ?? blank },
      { label: '安全与健康', value: venue?.safety ?? blank },
    ],
  },
];

const means = ({ content: { experts, judges, funding, business } }: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '五、专家、裁判与经费' },
  {
    kind: 'facts',
    rows: [
      { label: '专家队伍', value: join([people(experts?.count), experts?.note], '。') },
      { label: '裁判队伍', value: join([people(judges?.count), judges?.note], '。') },
      {
        label: '业务范围',
        value: join(
          [
            business?.covers !== undefined &&
              (business.covers
                ? '包含技能人才培养、使用、评价、激励'
                : '不包含技能人才培养、使用、评价、激励'),
            business?.note,
          ],
          '。',
        ),
      },
      { label: '经费总额', value: funding?.totalYuan === undefined ? blank : yuan(funding.totalYuan) },
      ...(funding?.note ? [{ label: '经费说明', value: funding.note }] : []),
    ],
  },
  ...(funding?.sources?.length
    ? [
        {
          kind: 'table' as const,
          columns: [
            { title: '经费来源', weight: 6 },
            { title: '金额', weight: 3, align: 'right' as const },
          ],
          rows: funding.sources.map(({ name, amountYuan }) => [name, yuan(amountYuan)]),
        },
      ]
    : []),
];

const history = ({ content, leadKind }: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '六、近五年举办情况' },
  {
    kind: 'table',
    columns: [
      { title: '年份', weight: 1.5, align: 'centre' },
      { title: '竞赛名称', weight: 5 },
      { title: '职业（工种）', weight: 4 },
      { title: '参赛人数', weight: 2, align: 'right' },
    ],
    rows: (content.earlierEditions ?? []).map(({ year, name, occupations, competitors }) => [
      String(year),
      name,
      occupations.join('、'),
      competitors === undefined ? blank : String(competitors),
    ]),
    empty: content.earlierEditions ? '近五年未举办' : '尚未填写',
  },
  ...(leadKind === 'association' || content.inspectionYears
    ? [
        {
          kind: 'facts' as const,
          rows: [
            { label: '民政部门年审合格年份', value: (content.inspectionYears ?? []).join('、') || blank },
          ],
        },
      ]
    : []),
];

function standardOf({
  standardExists,
  standardTopLevel,
  standardFrom,
}: ApplicationDto['occupations'][number]): string {
  if (standardExists === null && standardTopLevel === null) return blank;
  if (standardExists === false) return '未颁布';
  const level = standardTopLevel
    ? `，最高 ${skillLevelInWords[standardTopLevel]?.zh ?? standardTopLevel}`
    : '';
  return `已颁布${level}${standardFrom === 'stated' ? '（自述）' : ''}`;
}

const paragraphs = (text: string | undefined): PdfBlock[] =>
  (text ?? blank).split(/\n+/).map((line) => ({ kind: 'paragraph', text: line, indent: text !== undefined }));

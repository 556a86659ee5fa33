import type { PdfBlock } from '@luban/papers';
import { documentKindInWords } from '@luban/rulebook';
import { join } from './application-form-words.js';
import type { ApplicationDto, ApplicationFindingDto } from './application-reply.dto.js';
import { chinaDay, chinaTime } from './application-text.js';

/** What came with it. */
export const papers = ({ documents }: ApplicationDto): PdfBlock[] => [
  { kind: 'heading', text: '七、申报材料' },
  {
    kind: 'table',
    columns: [
      { title: '材料', weight: 4 },
      { title: '文件名', weight: 6 },
      { title: 'SHA-256（前 12 位）', weight: 3 },
    ],
    rows: documents
      .filter(({ kind }) => kind !== 'stampedForm')
      .map(({ kind, fileName, fileHash, occupationName }) => [
        join([documentKindInWords[kind].zh, occupationName], '：'),
        fileName,
        fileHash.slice(0, 12),
      ]),
    empty: '打印时尚未上传材料',
  },
];

/** What the rules found, unverified clauses named. */
export function checks(application: ApplicationDto, at: Date): PdfBlock[] {
  const { policy, findings } = application;
  const heading: PdfBlock = { kind: 'heading', text: '八、规则检查' };
  if (!policy) {
    const text = '该级别和地区没有现行规则包，未作规则检查。';
    return [heading, { kind: 'paragraph', text }];
  }
  const text = `按“${policy.title.zh}”（${policy.code}）${policy.snapshot ? '，以提交时的规则为准' : ''}，${chinaDay(at)} 打印时的结果。未核实的条款仅作提示。`;
  return [
    heading,
    { kind: 'paragraph', text, small: true },
    {
      kind: 'table',
      columns: [
        { title: '结果', weight: 1.5 },
        { title: '检查', weight: 6 },
        { title: '依据', weight: 6 },
      ],
      rows: findings.map((finding) => [outcomes[finding.severity], finding.message.zh, clause(finding)]),
      empty: '没有适用的规则',
    },
  ];
}

const outcomes: Record<ApplicationFindingDto['severity'], string> = {
  passed: '通过',
  warning: '提示',
  blocking: '不符合',
  unknown: '无法判断',
};

const clause = ({ citation }: ApplicationFindingDto): string =>
  `${citation.article.zh}${citation.grade === 'unverified' ? '【未核实】' : ''}`;

/** Where it is signed and stamped. */
export const hand = (application: ApplicationDto): PdfBlock[] => {
  const last = application.submissions.at(-1);
  return [
    { kind: 'heading', text: '九、申办单位承诺与盖章' },
    {
      kind: 'paragraph',
      text: '本单位承诺：所填内容及所附材料真实、准确；取得资格后按批准的职业（工种）、组别和时间组织竞赛，变更事项按规定报批，赛后按期报送总结与技术分析。',
      indent: true,
    },
    { kind: 'signatures', lines: ['填表人', '单位负责人'] },
    { kind: 'seal', lines: [`${application.leadName}（公章）`, '　　　　年　　月　　日'] },
    ...(last
      ? [
          {
            kind: 'paragraph' as const,
            text: `第 ${last.number} 次提交，收到时间 ${chinaTime(new Date(last.arrivedAt))}（北京时间），校验码 ${last.pageCode}。`,
            small: true,
          },
        ]
      : []),
  ];
};

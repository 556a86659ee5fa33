import type { BackTest, BackTestLine, ContestRecord, Finding, Grade, RulePack, Words } from '@luban/rulebook';
import { classInWords, classOfRecord, gradeInWords, idleRules } from '@luban/rulebook';

export interface Report {
  pack: RulePack;
  file: string;
  records: readonly ContestRecord[];
  result: BackTest;
}

const decisions = {
  grant: { zh: '同意', en: 'grant' },
  decline: { zh: '不同意', en: 'decline' },
} as const;

/** `luban.backtest/1`: everything as data. */
export function asJson({ pack, file, records, result }: Report): object {
  return {
    format: 'luban.backtest/1',
    pack: { code: pack.code, title: pack.title, year: pack.year, classes: pack.classes },
    idleRules: idleRules(pack).map(({ id }) => id),
    file,
    counts: result.counts,
    contests: result.lines.map((line, index) => ({
      official_name: line.officialName,
      planYear: line.planYear,
      classThen: line.classThen,
      classAsWritten: records[index]?.class ?? '',
      classGrade: gradeOf(records[index]),
      inScope: line.outOfScope === null,
      outOfScope: line.outOfScope,
      decision: line.decision,
      flips: line.flips,
      deciding: line.deciding.map(findingAsJson),
      passed: line.passed.map(findingAsJson),
      warnings: line.warnings.map(findingAsJson),
      unknown: line.unknown.map(findingAsJson),
    })),
  };
}

const findingAsJson = ({ code, title, severity, message, evidence, citation }: Finding) => ({
  rule: code,
  title,
  severity,
  message,
  article: citation.article,
  source: citation.source,
  grade: citation.grade,
  evidence,
});

/** The same for people: each contest with its decision and the rules that decide, then the sum. */
export function asText({ pack, file, records, result }: Report): string {
  const { counts } = result;
  const head = [
    `规则包 pack  ${pack.code} · ${pack.title.zh} · ${pack.title.en}`,
    `文件 file    ${file} · ${counts.cases} 项 contests`,
    ...idle(pack),
    '',
  ];
  const body = result.lines.flatMap((line, index) => [...linesOf(line, index + 1, records[index]), '']);
  const flipped = result.lines.filter(({ flips }) => flips);
  return [
    ...head,
    ...body,
    '一览 in one line each：序号 名称 | 年度 | 当年类别 class then | 结论 decision | 决定的规则 deciding rules',
    ...result.lines.map((line, index) => inOneLine(line, index + 1, records[index])),
    '',
    '合计 summary',
    `   共 contests ${counts.cases} · 在范围内 in scope ${counts.inScope} · 不在范围 out of scope ${counts.outOfScope}`,
    `   同意 grant ${counts.granted} · 不同意 decline ${counts.declined} · 有提示 with warnings ${counts.warned} · 与当年不同 flips ${counts.flips}`,
    ...flipped.map(({ planYear, officialName }) => `   翻转 flips    ${planYear} ${officialName}`),
    '',
  ].join('\n');
}

/** Rules about a class that the pack does not grant. */
function idle(pack: RulePack): string[] {
  const ids = idleRules(pack).map(({ id }) => id);
  return ids.length === 0
    ? []
    : [`不起作用 idle  ${ids.join(' ')}（本规则包不设其类别 about a class this pack does not grant）`];
}

/** A contest in one line, for those who look for one with the eye or with a program. */
function inOneLine(line: BackTestLine, number: number, record: ContestRecord | undefined): string {
  const decision = line.decision && decisions[line.decision];
  const outcome = decision ? `${decision.zh} ${decision.en}` : '不在范围 out of scope';
  return [
    `${String(number).padStart(3)}. ${line.officialName || '（无名称 no name）'}`,
    record?.year.trim() || '–',
    record?.class.trim() || '–',
    `${outcome}${line.flips ? ' · 翻转 flips' : ''}`,
    line.deciding.map(({ code }) => code).join(' ') || '–',
  ].join(' | ');
}

function linesOf(line: BackTestLine, number: number, record: ContestRecord | undefined): string[] {
  const name = `${String(number).padStart(3)}. ${line.officialName || '（无名称 no name）'}`;
  const year = `年度 plan year ${record?.year.trim() || '–'}`;
  if (line.decision === null || line.classThen === null) {
    const why = line.outOfScope ?? { zh: '', en: '' };
    return [
      name,
      `     ${year} · 当年类别 class then ${record?.class.trim() || '–'}`,
      `     不在范围 out of scope：${why.zh} · ${why.en}`,
    ];
  }
  const decision = decisions[line.decision];
  const kind = classInWords[line.classThen];
  return [
    name,
    `     ${year} · 当年类别 class then ${kind.zh} ${kind.en}（${gradeInWords[gradeOf(record)].zh} ${gradeOf(record)}）`,
    `     按本规则包 decision  ${decision.zh} ${decision.en} · ${line.flips ? '翻转 flips' : '与当年一致 as then'}`,
    ...section('决定的规则 deciding', line.deciding, '没有规则构成否决 nothing blocks'),
    ...section('提示 warnings', line.warnings),
    ...ids('其余通过 passed ', line.passed),
    ...ids('不明 unknown    ', line.unknown),
  ];
}

function section(title: string, findings: readonly Finding[], none?: string): string[] {
  if (findings.length === 0) return none === undefined ? [] : [`     ${title}`, `       ${none}`];
  return [`     ${title}`, ...findings.flatMap((finding) => ruleLines(finding))];
}

const ids = (title: string, findings: readonly Finding[]): string[] =>
  findings.length === 0 ? [] : [`     ${title}${findings.map(({ code }) => code).join(' ')}`];

const mark = { passed: '✓', warning: '!', blocking: '✗', unknown: '?' } as const;

const ruleLines = ({ code, severity, message, citation }: Finding): string[] => [
  `       ${mark[severity]} ${code}  ${both(message)}`,
  `         ${citation.article.zh}（${gradeInWords[citation.grade].zh} ${citation.grade}；${citation.source.split(' ')[0]}）`,
];

const both = ({ zh, en }: Words): string => `${zh} ${en}`;

const gradeOf = (record: ContestRecord | undefined): Grade =>
  record ? classOfRecord(record).grade : 'unverified';

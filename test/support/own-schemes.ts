import type { Aspect, Calculation, SchemeTree } from '@luban/scoring';

/**
 * A marking scheme of our own: five criteria of 20.00 with measurements by every calculation and judgements, 100.00 in
 * all. Written out by our exporters it is the workbook of tests that have no real one at hand.
 */
export function ownScheme(): SchemeTree {
  const sections = ['组织与安全', '工艺', '质量'].map((name, index) => ({
    number: String(index + 1),
    name,
    weightHundredths: index === 0 ? 3334 : 3333,
  }));
  let turn = 0;
  const criteria = ['A', 'B', 'C', 'D', 'E'].map((code) => ({
    code,
    name: `模块 ${code}`,
    declaredHundredths: 2000,
    subCriteria: [1, 2].map((number) => ({
      code: `${code}${number}`,
      name: `${code}${number} 检查`,
      dayOfMarking: number,
      aspects: aspectsOf(`${code}${number}`, () => String((turn++ % 3) + 1)),
    })),
  }));
  return { skill: { number: '17', name: '网站设计与开发' }, sections, criteria };
}

/** 10.00 marks: three measurements, two judgements. */
function aspectsOf(code: string, section: () => string): Aspect[] {
  const calculations: (Calculation | null)[] = [
    null,
    { type: 'NUMBER_COMPLETED', possible: '4' },
    {
      type: 'CHOICE',
      deductionType: 'percent',
      choices: [
        { label: '完全符合', deduction: '0' },
        { label: '部分符合', deduction: '50' },
        { label: '不符合', deduction: '100' },
      ],
    },
  ];
  const measured = calculations.map((calculation, index): Aspect => ({
    id: `${code}.${index + 1}`,
    kind: 'measurement',
    description: `${code} 测量 ${index + 1}`,
    extra: '',
    requirement: '按图样',
    section: section(),
    maxHundredths: 150,
    calculation,
    descriptors: [],
    captions: [],
  }));
  const judged = [4, 5].map((number, index): Aspect => ({
    id: `${code}.${number}`,
    kind: 'judgement',
    description: `${code} 评价 ${index + 1}`,
    extra: '',
    requirement: '',
    section: section(),
    maxHundredths: 275,
    calculation: null,
    descriptors: ['未达到行业标准', '达到行业标准', '在某些方面超出行业标准', '全面超出行业标准'],
    captions: [],
  }));
  return [...measured, ...judged];
}

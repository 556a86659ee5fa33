import type { Aspect, SchemeTree } from '@luban/scoring';

interface DemoAspect {
  kind: 'measurement' | 'judgement';
  max: number;
  text: string;
  requirement?: string;
}

/** Welding as a provincial contest marks it, shortened for the demonstration; invented, 100.00 in all. */
const criteria: { name: string; subCriteria: { name: string; aspects: DemoAspect[] }[] }[] = [
  {
    name: '赛前准备与安全',
    subCriteria: [
      {
        name: '劳动防护与场地',
        aspects: [
          {
            kind: 'measurement',
            max: 500,
            text: '防护用品穿戴齐全',
            requirement: '面罩、手套、工作服、绝缘鞋',
          },
          { kind: 'measurement', max: 500, text: '气瓶与电源检查记录完整' },
        ],
      },
    ],
  },
  {
    name: '结构焊',
    subCriteria: [
      {
        name: '尺寸与外形',
        aspects: [
          { kind: 'measurement', max: 1000, text: '角焊缝焊脚尺寸', requirement: '6 mm ± 0.5' },
          { kind: 'measurement', max: 500, text: '错边量', requirement: '≤ 1 mm' },
          { kind: 'judgement', max: 1500, text: '焊缝表面成形' },
        ],
      },
    ],
  },
  {
    name: '管板焊',
    subCriteria: [
      {
        name: '内外质量',
        aspects: [
          { kind: 'measurement', max: 1500, text: '通球试验', requirement: '85% 内径' },
          { kind: 'judgement', max: 1000, text: '背面成形' },
        ],
      },
    ],
  },
  {
    name: '压力试验',
    subCriteria: [
      { name: '水压', aspects: [{ kind: 'measurement', max: 2000, text: '1.0 MPa 保压 10 分钟无渗漏' }] },
    ],
  },
  {
    name: '职业素养',
    subCriteria: [
      {
        name: '文明生产',
        aspects: [
          { kind: 'measurement', max: 500, text: '工位清理' },
          { kind: 'judgement', max: 1000, text: '工艺顺序与操作规范' },
        ],
      },
    ],
  },
];

const descriptors = ['未达到行业标准', '达到行业标准', '达到并在某些方面超出行业标准', '全面超出行业标准'];

/** The scheme of the demonstration, as our own 评分表 exporter takes it. */
export function demoScheme(): SchemeTree {
  return {
    skill: null,
    sections: [],
    criteria: criteria.map(({ name, subCriteria }, index) => {
      const code = String.fromCharCode(65 + index);
      return {
        code,
        name,
        declaredHundredths: null,
        subCriteria: subCriteria.map((sub, number) => ({
          code: `${code}${number + 1}`,
          name: sub.name,
          dayOfMarking: index < 3 ? 1 : 2,
          aspects: sub.aspects.map((aspect, at) => aspectOf(`${code}${number + 1}.${at + 1}`, aspect)),
        })),
      };
    }),
  };
}

function aspectOf(id: string, { kind, max, text, requirement = '' }: DemoAspect): Aspect {
  return {
    id,
    kind,
    description: text,
    extra: '',
    requirement,
    section: null,
    maxHundredths: max,
    calculation: null,
    descriptors: kind === 'judgement' ? descriptors : [],
    captions: [],
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Said } from '@luban/platform';
import { type CodedKind, placeOfCode } from './catalogue-codes.js';

/** A list that comes with the product. */
export interface ShippedList {
  kind: CodedKind;
  edition: string;
  file: string;
  source: Said;
}

/** In the order in which they are loaded. The head of each file names its source, too. */
export const shippedLists: readonly ShippedList[] = [
  {
    kind: 'occupations',
    edition: '2022',
    file: 'occupations-2022.txt',
    source: {
      zh: '《中华人民共和国职业分类大典（2022年版）》公开整理本；不含绿色、数字职业标识',
      en: 'Public copy of the occupational classification of 2022, without its marks for green and digital occupations',
    },
  },
  {
    kind: 'industries',
    edition: '2017',
    file: 'industries-2017.txt',
    source: { zh: 'GB/T 4754-2017 国民经济行业分类', en: 'GB/T 4754-2017, industrial classification' },
  },
  {
    kind: 'divisions',
    edition: '2022',
    file: 'divisions-2022.txt',
    source: {
      zh: '行政区划公开数据（截至 2022-10-31）；660000 兵团为工作代码，不属 GB/T 2260；港澳台为补录',
      en: 'Public data on administrative divisions as of 2022-10-31; 660000 is a working code outside GB/T 2260',
    },
  },
];

export interface ShippedRow {
  code: string;
  name: string;
  level: number;
  parentCode: string | null;
  /** The third column: the GBM code of a class of occupations, the short name of a province. */
  extra: string | null;
}

/** Reads a shipped list: tab-separated lines under a head of `#` lines. Level and parent follow from the code. */
export function readShippedList({ kind, file }: ShippedList): ShippedRow[] {
  const text = readFileSync(join(dataFolder(), file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code = '', name = '', extra = ''] = line.split('\t');
      const place = placeOfCode(kind, code);
      if (!place || name === '') throw new Error(`${file}: cannot read "${line}"`);
      return { ...place, name, extra: extra || null };
    });
}

/** The files lie beside the sources, whether this runs from the sources or from a build beside them. */
function dataFolder(): string {
  const wanted = join('libs', 'catalogue', 'data');
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, wanted))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`${wanted} is not there`);
    folder = above;
  }
  return join(folder, wanted);
}

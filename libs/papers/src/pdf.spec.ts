import { writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { type PdfBlock, pdfOf, wrapLines } from './index.js';

const document = (blocks: PdfBlock[]) => ({
  title: '国家级职业技能竞赛申请表',
  author: '鲁班',
  versionCode: 'A7K3-92QF',
  foot: '国家级职业技能竞赛申请表',
  pageOf: (page: number, pages: number) => `第 ${page} 页 共 ${pages} 页`,
  createdAt: new Date('2026-11-22T08:00:00Z'),
  blocks,
});

const pages = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('a PDF', () => {
  it('is written in Chinese, with every kind of block', async () => {
    const file = await pdfOf(
      document([
        {
          kind: 'cover',
          title: '2026年度职业技能竞赛工作报告',
          lines: ['人力资源和社会保障部'],
          foot: ['2026年11月'],
        },
        { kind: 'title', text: '国家级职业技能竞赛申请表', line: '2026年度 · 一类大赛' },
        { kind: 'facts', rows: [{ label: '赛事名称', value: '全国智能制造应用技术技能大赛' }] },
        { kind: 'heading', text: '一、基本情况' },
        { kind: 'paragraph', text: '为贯彻落实《职业能力建设司2021年工作要点》，'.repeat(8), indent: true },
        {
          kind: 'table',
          columns: [
            { title: '序号', weight: 1, align: 'right' },
            { title: '职业（工种）', weight: 4 },
          ],
          rows: Array.from({ length: 60 }, (_, i) => [String(i + 1), '装配钳工（智能制造单元安装与调试）']),
        },
        { kind: 'bars', title: '各类进度', bars: [{ label: '一类', value: 11, of: 10, note: '11 / 约 10' }] },
        {
          kind: 'tiles',
          tiles: [
            { row: 0, column: 0, label: '京', value: 3 },
            { row: 0, column: 1, label: '港', value: null },
          ],
        },
        { kind: 'signatures', lines: ['经办人', '负责人'] },
        { kind: 'seal', lines: ['（公章）', '年　　月　　日'] },
      ]),
    );
    if (process.env.PDF_TO) writeFileSync(process.env.PDF_TO, file);
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages(file)).toBe(4);
    expect(file.length).toBeLessThan(200_000);
  });

  it('cuts a row that is longer than a page instead of losing any of it', async () => {
    const long = '技'.repeat(6000);
    const file = await pdfOf(document([{ kind: 'facts', rows: [{ label: '目的与意义', value: long }] }]));
    expect(pages(file)).toBeGreaterThan(3);
    expect(glyphsShown(file)).toBeGreaterThanOrEqual(6000);
  });

  it('is the same file for the same document', async () => {
    const blocks: PdfBlock[] = [{ kind: 'paragraph', text: '同一份数据，同一份文件。' }];
    const one = await pdfOf(document(blocks));
    const other = await pdfOf(document(blocks));
    expect(pages(one)).toBe(1);
    expect(glyphsShown(one)).toBe(glyphsShown(other));
  });
});

describe('lines', () => {
  const wide = (character: string) => (/[\x20-\x7e]/.test(character) ? 5 : 10);

  it('break between Chinese characters, and never begin with a closing mark', () => {
    expect(wrapLines('技能竞赛，职业', 40, wide)).toEqual(['技能竞', '赛，职业']);
  });

  it('keep words and numbers whole', () => {
    expect(wrapLines('依据 GB/T 4754-2017 标准', 80, wide)).toEqual(['依据 GB/T', '4754-2017 标准']);
  });

  it('hold every character of any text, and are no wider than they may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 60, max: 300 }),
        (text, width) => {
          const lines = wrapLines(text, width, wide);
          const bare = (value: string) => value.replace(/\s/g, '');
          expect(bare(lines.join(''))).toBe(bare(text));
          for (const line of lines) {
            expect([...line].reduce((sum, character) => sum + wide(character), 0)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

/** How many glyphs the text operators of a file show (two bytes each in an embedded CID font). */
function glyphsShown(file: Buffer): number {
  const text = file.toString('latin1');
  let glyphs = 0;
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const from = (found.index ?? 0) + found[0].length;
    const to = text.indexOf('endstream', from);
    const content = inflated(Buffer.from(text.slice(from, to), 'latin1'));
    for (const [, array] of content.matchAll(/\[([^\]]*)\] TJ/g))
      glyphs += ((array ?? '').match(/<([0-9a-f]+)>/g) ?? []).join('').replace(/[<>]/g, '').length / 4;
  }
  return glyphs;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return ''; // a font or an image: not a page's content
  }
}

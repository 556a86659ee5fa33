import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawWorkbook, sheetXml, zipOf } from '../../../test/support/raw-workbook.js';
import { newWorkbook } from './new-workbook.js';
import { readWorkbook } from './read-workbook.js';
import { textOf, type Cell } from './workbook.js';
import { WorkbookError } from './workbook-error.js';

/** Bytes that no compressor shrinks, always the same. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

const reasonOf = (error: unknown): string => (error instanceof WorkbookError ? error.code : String(error));

async function refusalOf(source: string | Uint8Array): Promise<string> {
  try {
    await readWorkbook(source);
  } catch (error) {
    return reasonOf(error);
  }
  return 'was read';
}

async function cellsOf(bytes: Buffer): Promise<Record<string, Cell>> {
  const { sheets } = await readWorkbook(bytes);
  return Object.fromEntries(
    (sheets[0]?.rows ?? []).flatMap(({ cells }) => [...cells.values()].map((cell) => [cell.address, cell])),
  );
}

describe('what a cell shows', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
    <numFmt numFmtId="165" formatCode="&quot;days&quot; 0.00"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
  const strings = `<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>phonetic</t></rPh></si>
    <si><t xml:space="preserve"> a_x000D_b &amp; &#x9c81;班 </t></si></sst>`;

  it('is its text, number, date, truth value, error or last result', async () => {
    const sheet = sheetXml({
      1: { A: { raw: ' t="s"><v>0</v>' }, B: { raw: ' t="s"><v>1</v>' }, C: { raw: ' t="s"><v>2</v>' } },
      2: { A: 0, B: 24.749999999999993, C: { raw: ' t="b"><v>1</v>' }, D: { raw: ' t="e"><v>#REF!</v>' } },
      3: {
        A: { raw: ' s="1"><v>37750</v>' },
        B: { raw: ' s="2"><v>37750.5</v>' },
        C: { raw: ' s="3"><v>3</v>' },
      },
      4: {
        A: { raw: '><f>1-1</f><v>0</v>' },
        B: { raw: '><f t="shared" si="0"/><v>7</v>' },
        C: { raw: '><f>A1</f>' },
        D: { raw: '><f>A1</f><v></v>' },
        E: { raw: ' t="str"><f>[1]Other!A1</f><v>far away</v>' },
        F: { raw: ' t="d"><v>2026-09-22</v>' },
      },
    });
    const bytes = rawWorkbook({ One: sheet }, [
      { name: 'xl/sharedStrings.xml', data: strings },
      { name: 'xl/styles.xml', data: styles },
    ]);
    const cells = await cellsOf(bytes);
    expect(
      Object.fromEntries(Object.entries(cells).map(([at, { kind, value }]) => [at, [kind, value]])),
    ).toEqual({
      A1: ['text', 'plain'],
      B1: ['text', 'rich text'],
      C1: ['text', ' a\rb & 鲁班 '],
      A2: ['number', 0],
      B2: ['number', 24.749999999999993],
      C2: ['boolean', true],
      D2: ['error', '#REF!'],
      A3: ['date', '2003-05-09'],
      B3: ['date', '2003-05-09T12:00:00'],
      C3: ['number', 3],
      A4: ['number', 0],
      B4: ['number', 7],
      C4: ['uncomputed', ''],
      D4: ['uncomputed', ''],
      E4: ['text', 'far away'],
      F4: ['date', '2026-09-22'],
    });
    expect(textOf(cells['B2'])).toBe('24.75');
  });

  it('is nothing under a merged area but in its first cell', async () => {
    const sheet = sheetXml(
      { 1: { A: 'shown', B: 'hidden' }, 2: { A: 'hidden', B: 'hidden', C: 'beside' } },
      '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    );
    expect(Object.keys(await cellsOf(rawWorkbook({ One: sheet })))).toEqual(['A1', 'C2']);
  });

  it('is found by position when rows and cells carry no address', async () => {
    const sheet =
      '<worksheet><sheetData><row/><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>';
    expect(Object.keys(await cellsOf(rawWorkbook({ One: sheet })))).toEqual(['A2', 'B2']);
  });

  it('is read from XML with prefixes, comments, CDATA and another encoding', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><!-- <c> --><x:sheetData><x:row r="1">' +
      '<x:c r="A1" t="str"><x:v><![CDATA[a < b]]></x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet, 'utf16le')]);
    expect(await cellsOf(rawWorkbook({ One: sheet }))).toMatchObject({ A1: { value: 'a < b' } });
    expect(await cellsOf(rawWorkbook({ One: utf16 }))).toMatchObject({ A1: { value: 'a < b' } });
  });

  it('is the same whether exceljs or Excel wrote it', async () => {
    const workbook = await newWorkbook();
    const sheet = workbook.addWorksheet('名单');
    sheet.addRow(['姓名', '出生日期', '年龄', { formula: 'C1*2', result: 0 }]);
    sheet.addRow([{ richText: [{ text: '李' }, { text: '明' }] }, new Date(Date.UTC(2003, 4, 9)), 23]);
    sheet.getCell('A3').value = { text: 'link', hyperlink: 'https://example.org/' };
    const cells = await cellsOf(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(Object.fromEntries(Object.entries(cells).map(([at, { value }]) => [at, value]))).toEqual({
      A1: '姓名',
      B1: '出生日期',
      C1: '年龄',
      D1: 0,
      A2: '李明',
      B2: '2003-05-09',
      C2: 23,
      A3: 'link',
    });
  });
});

describe('a file that is no workbook', () => {
  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'not-a-workbook'],
    ['a CSV file under a wrong name', Buffer.from('姓名，单位\n李明，一中\n'), 'not-a-workbook'],
    ['noise', noise(5000), 'not-a-workbook'],
    ['an .xls file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(600)]), 'old-format'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a zip with a password', zipOf([{ name: 'a', data: 'b', claims: { encrypted: true } }]), 'encrypted'],
    [
      'a zip of something else',
      zipOf([{ name: 'word/document.xml', data: '<document/>' }]),
      'not-a-workbook',
    ],
    ['the first bytes of a zip', Buffer.from('PK\u0003\u0004 and no more'), 'damaged'],
    ['cut off', rawWorkbook({ One: sheetXml({ 1: { A: 'x'.repeat(900) } }) }).subarray(0, 700), 'damaged'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('is refused when there is none, or a directory, or a device without end', async () => {
    expect(await refusalOf('/nowhere/at-all.xlsx')).toBe('missing-file');
    expect(await refusalOf(tmpdir())).toBe('unreadable-file');
    expect(await refusalOf('/dev/zero')).toBe('unreadable-file');
  });

  it('is read from a path like from bytes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luban-'));
    try {
      const file = join(folder, '名单.xlsx');
      writeFileSync(file, rawWorkbook({ One: sheetXml({ 1: { A: 'x' } }) }));
      expect((await readWorkbook(file)).sheets[0]?.rows.length).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a hostile workbook', () => {
  const oneRow = sheetXml({ 1: { A: 'x' } });

  it.each<[string, () => Buffer, string]>([
    [
      'unpacks to gigabytes',
      () => rawWorkbook({ One: oneRow }, [{ name: 'xl/media/a.png', data: Buffer.alloc(300 << 20) }]),
      'zip-bomb',
    ],
    [
      'says it is small and is not',
      () =>
        rawWorkbook({}, [
          { name: 'xl/sharedStrings.xml', data: Buffer.alloc(90 << 20, 32), claims: { size: 1000 } },
        ]),
      'zip-bomb',
    ],
    [
      'unpacks to more than one part may be',
      () => rawWorkbook({ One: `<worksheet>${' '.repeat(140 << 20)}</worksheet>` }),
      'too-large',
    ],
    [
      'has a wrong checksum',
      () => rawWorkbook({}, [{ name: 'xl/styles.xml', data: '<s/>', claims: { crc: 1 } }]),
      'damaged',
    ],
    [
      'claims more bytes than it has',
      () => zipOf([{ name: 'xl/workbook.xml', data: 'x', claims: { packedSize: 5_000_000 } }]),
      'damaged',
    ],
    [
      'has ten thousand parts',
      () => zipOf(Array.from({ length: 10_000 }, (_, i) => ({ name: `${i}`, data: '' }))),
      'zip-bomb',
    ],
    [
      'declares entities that multiply',
      () =>
        rawWorkbook({
          One: '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>',
        }),
      'damaged',
    ],
    ['nests without end', () => rawWorkbook({ One: '<a>'.repeat(100_000) }), 'damaged'],
    ['has a tag without end', () => rawWorkbook({ One: `<worksheet a="${'x'.repeat(5 << 20)}` }), 'damaged'],
    [
      'has a text of forty megabytes',
      () => rawWorkbook({ One: sheetXml({ 1: { A: 'x'.repeat(40 << 20) } }) }),
      'too-large',
    ],
    [
      'names a row beyond the last',
      () => rawWorkbook({ One: sheetXml({ 99_999_999: { A: 'x' } }) }),
      'damaged',
    ],
    [
      'names a text that is not there',
      () => rawWorkbook({ One: sheetXml({ 1: { A: { raw: ' t="s"><v>9</v>' } } }) }),
      'damaged',
    ],
    ['ends in the middle of its XML', () => rawWorkbook({ One: oneRow.slice(0, -30) }), 'damaged'],
    [
      'merges the same cells again and again',
      () => rawWorkbook({ One: sheetXml({}, '<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)) }),
      'too-large',
    ],
  ])('is refused when it %s', async (_, bytes, code) => {
    const before = Date.now();
    expect(await refusalOf(bytes())).toBe(code);
    expect(Date.now() - before).toBeLessThan(20_000);
  });

  it('is read up to the limit when it has a million rows', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    );
    const bytes = rawWorkbook({ One: `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>` });
    const { sheets } = await readWorkbook(bytes, { maxRows: 20_000 });
    expect(sheets[0]).toMatchObject({ truncated: 'rows' });
    expect(sheets[0]?.rows.length).toBe(20_000);
  });

  it('is read when a million rows are formatted and hold nothing', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 2}" s="1" ht="15"/>`);
    const bytes = rawWorkbook({
      One: `<worksheet><sheetData><row r="1"><c><v>1</v></c></row>${rows.join('')}</sheetData></worksheet>`,
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]).toMatchObject({ truncated: null, rows: [{ number: 1 }] });
  });

  it('is read without its far columns when it has 16,384 of them', async () => {
    const cells = Array.from({ length: 16_384 }, () => '<c><v>1</v></c>').join('');
    const bytes = rawWorkbook({ One: `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>` });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]?.truncated).toBe('columns');
    expect(sheets[0]?.rows[0]?.cells.size).toBe(256);
  });

  it('is read up to the limit when one long text is shown in every cell', async () => {
    const cells = Array.from({ length: 20_000 }, () => '<c t="s"><v>0</v></c>').join('');
    const bytes = rawWorkbook(
      {
        One: `<worksheet><sheetData><row>${cells.slice(0, 21 * 200)}</row>${`<row>${cells.slice(0, 21 * 200)}</row>`.repeat(90)}</sheetData></worksheet>`,
      },
      [{ name: 'xl/sharedStrings.xml', data: `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>` }],
    );
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]?.truncated).toBe('cells');
  });

  it('is stopped by the clock and by the heap', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(1_000_000);
    const bytes = rawWorkbook({ One: `<worksheet><sheetData>${rows}</sheetData></worksheet>` });
    const codeWith = async (limits: object): Promise<string> => {
      try {
        await readWorkbook(bytes, { maxRows: 5_000_000, maxCells: 5_000_000, ...limits });
      } catch (error) {
        return reasonOf(error);
      }
      return 'was read';
    };
    expect(await codeWith({ seconds: 0.05 })).toBe('too-slow');
    expect(await codeWith({ heapMegabytes: 40 })).toBe('too-large');
  });
});

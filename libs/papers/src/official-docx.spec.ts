import JSZip from 'jszip';
import { type OfficialDocument, officialDocx } from './official-docx.js';

const notice: OfficialDocument = {
  issuer: '人力资源和社会保障部',
  documentNumber: '人社部函〔2026〕42号',
  year: 2026,
  draftMark: null,
  title: '关于印发2026年全国行业职业技能竞赛计划的通知',
  addressees: '各省、自治区、直辖市人力资源社会保障厅（局）',
  body: [
    { kind: 'text', text: '现将计划印发给你们。' },
    { kind: 'heading', text: '一、按照计划组织实施' },
    { kind: 'subheading', text: '（一）主办单位' },
  ],
  annexes: [
    {
      title: '2026年全国行业职业技能竞赛计划',
      tables: [
        {
          heading: '一、国家级一类职业技能大赛（1项）',
          columns: [
            { heading: '序号', share: 1 },
            { heading: '竞赛名称', share: 4, align: 'left' },
          ],
          rows: [['1', '2026年全国行业职业技能竞赛——第十届<全国>智能制造技能大赛']],
        },
      ],
    },
  ],
  signature: '人力资源和社会保障部',
  date: '2026-03-05',
  copies: '中华全国总工会',
  printedBy: '人力资源和社会保障部办公厅',
};

const partsOf = async (document: OfficialDocument) => {
  const zip = await JSZip.loadAsync(await officialDocx(document));
  const text = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const named = (prefix: string) =>
    Object.keys(zip.files)
      .filter((name) => name.startsWith(prefix))
      .sort();
  return {
    body: await text('word/document.xml'),
    settings: await text('word/settings.xml'),
    styles: await text('word/styles.xml'),
    headers: await Promise.all(named('word/header').map(text)),
    footers: await Promise.all(named('word/footer').map(text)),
  };
};
const number = (xml: string, attribute: string): number =>
  Number(new RegExp(`${attribute}="(-?\\d+)"`).exec(xml)?.[1]);
const millimetres = (twips: number): number => Math.round((twips / 1440) * 254) / 10;
const paragraphOf = (xml: string, text: string): string =>
  xml.split('<w:p>').find((part) => part.includes(text)) ?? '';

it('stands on A4 with a type area of 156 by 225 mm for 22 lines of 28 characters', async () => {
  const { body, styles } = await partsOf(notice);
  const size = /<w:pgSz[^>]*>/.exec(body)?.[0] ?? '';
  const margin = /<w:pgMar[^>]*>/.exec(body)?.[0] ?? '';
  const grid = /<w:docGrid[^>]*>/.exec(body)?.[0] ?? '';
  expect([millimetres(number(size, 'w:w')), millimetres(number(size, 'w:h'))]).toEqual([210, 297]);
  const [top, left, bottom, right] = ['top', 'left', 'bottom', 'right'].map((side) =>
    millimetres(number(margin, `w:${side}`)),
  );
  expect([top, left, bottom, right]).toEqual([37, 28, 35, 26]);
  expect(grid).toContain('w:type="lines"');
  const linePitch = number(grid, 'w:linePitch');
  expect(22 * linePitch).toBeLessThanOrEqual(
    number(size, 'w:h') - number(margin, 'w:top') - number(margin, 'w:bottom'),
  );
  expect(linePitch / 20).toBeGreaterThan(28);
  expect(linePitch / 20).toBeLessThanOrEqual(29);
  const closer = /<w:rPrDefault>.*?(<w:spacing[^>]*>).*?<\/w:rPrDefault>/.exec(styles)?.[1] ?? '';
  const pitch = 16 * 20 + number(closer, 'w:val');
  const width = number(size, 'w:w') - number(margin, 'w:left') - number(margin, 'w:right');
  expect([28, 29].map((characters) => characters * pitch <= width)).toEqual([true, false]);
});

it('is set in size 3 仿宋, its title in size 2 小标宋, headings in 黑体 and 楷体', async () => {
  const { body, styles } = await partsOf(notice);
  expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
  expect(styles).toMatch(/<w:sz w:val="32"\/>/);
  expect(styles).toMatch(/<w:spacing [^>]*w:lineRule="exact"/);
  const title = paragraphOf(body, notice.title);
  expect(title).toContain('w:eastAsia="方正小标宋简体"');
  expect(title).toContain('<w:sz w:val="44"/>');
  expect(title).toContain('<w:jc w:val="center"/>');
  expect(paragraphOf(body, '一、按照计划组织实施')).toContain('w:eastAsia="黑体"');
  expect(paragraphOf(body, '（一）主办单位')).toContain('w:eastAsia="楷体_GB2312"');
});

it('has a red head with its number in six-sided brackets over a red line, and addressees with a full colon', async () => {
  const { body } = await partsOf(notice);
  expect(paragraphOf(body, '人力资源和社会保障部文件')).toContain('<w:color w:val="FF0000"/>');
  const under = paragraphOf(body, '人社部函〔2026〕42号');
  expect(under).toMatch(/<w:bottom [^>]*w:color="FF0000"/);
  expect(body).toContain('各省、自治区、直辖市人力资源社会保障厅（局）：');
});

it('is signed with the name centred over the date, four characters from the right', async () => {
  const { body } = await partsOf(notice);
  const date = paragraphOf(body, '2026年3月5日</w:t>');
  const indent = number(date, 'w:right');
  const name = body.split('<w:p>').filter((part) => part.includes('>人力资源和社会保障部</w:t>'));
  expect(date).toContain('<w:jc w:val="right"/>');
  expect(indent).toBeGreaterThanOrEqual(4 * 315);
  expect(number(name[0] ?? '', 'w:right')).toBeLessThan(indent);
});

it('numbers its pages at the outer edge, and starts the annex on a page of its own with a repeated heading', async () => {
  const { body, settings, footers } = await partsOf(notice);
  expect(settings).toContain('<w:evenAndOddHeaders');
  expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual(['left', 'right']);
  expect(footers.every((footer) => footer.includes('— ') && footer.includes('PAGE'))).toBe(true);
  expect(paragraphOf(body, '>附件</w:t>')).toContain('<w:pageBreakBefore');
  expect(body).toContain('<w:tblHeader');
  expect(body).toContain('第十届&lt;全国&gt;智能制造技能大赛');
  expect(body).toContain('抄送：中华全国总工会。');
  expect(body).toContain('2026年3月5日印发');
});

it('leaves number and date empty and says 拟稿 on every page while it is a draft', async () => {
  const { body, headers } = await partsOf({ ...notice, documentNumber: null, date: null, draftMark: '拟稿' });
  expect(body).toContain('〔2026〕　　号');
  expect(body).toContain('　　　　年　　月　　日');
  expect(headers).toHaveLength(2);
  expect(headers.every((header) => header.includes('拟稿'))).toBe(true);
  const issued = await partsOf(notice);
  expect(issued.headers.some((header) => header.includes('拟稿'))).toBe(false);
});

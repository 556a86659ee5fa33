/**
 * Measures of GB/T 9704-2012 in the units of WordprocessingML. A twip is 1/20 pt; font sizes are half-points. The type
 * area 版心 is 156 × 225 mm and holds 22 lines of 28 characters of size 3 (16 pt).
 */
const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export const page = {
  width: mm(210),
  height: mm(297),
  /** 上白边 37 mm, 左白边 28 mm; the others follow from the type area. */
  top: mm(37),
  left: mm(28),
  bottom: mm(297 - 37 - 225),
  right: mm(210 - 28 - 156),
  /** The page number stands 7 mm below the type area. */
  footer: mm(23),
  header: mm(18),
} as const;

/** Width of the type area. */
export const textWidth = mm(156);

/** One of 22 lines: 225 mm / 22, 28.99 pt. */
export const line = Math.floor(mm(225) / 22);

/** One of 28 characters: 156 mm / 28, 15.79 pt. */
export const character = Math.round(textWidth / 28);

/**
 * How much closer characters stand than their size 3 (16 pt), in twentieths of a point: 28 of 15.75 pt fill 156 mm. Said
 * of the characters themselves, because programs differ in how they read a grid of characters (LibreOffice widens it).
 */
export const closer = -5;

export const millimetres = mm;

/** 号: half-points. */
export const size = { title: 44, body: 32, small: 28, table: 24 } as const;

/** What the standard asks for; a machine without one of them shows its usual serif (宋体). */
const latin = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });
export const fonts = {
  /** 小标宋: red head and title. */
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  heading: font('黑体'),
  subheading: font('楷体_GB2312'),
  serif: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
} as const;

export const red = 'FF0000';

/** Width of a text at size 3, in twips: Chinese characters and full-width signs whole, others half. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? character : character / 2), 0);

/** 「2026年3月5日」, without zeros before. Throws on what is no `YYYY-MM-DD`. */
export function dateInChinese(day: string): string {
  const [, year, month, of] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year) throw new Error(`${day} is not a day`);
  return `${year}年${Number(month)}月${Number(of)}日`;
}

/**
 * How far name and date 署名、成文日期 of a sealed document stand from the right (GB/T 9704-2012, 7.3.5.1): the date four
 * characters, the name centred over it, at the margin at the most.
 */
export function signatureIndents(name: string, date: string): { name: number; date: number } {
  const half = (widthOf(date) - widthOf(name)) / 2;
  return { name: Math.max(0, Math.round(4 * character + half)), date: 4 * character };
}

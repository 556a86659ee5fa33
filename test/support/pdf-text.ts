import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as pdfkit writes it, in the order of its pages: glyphs of embedded fonts turned back into characters
 * by each font's ToUnicode map. Lines of a page are joined without a space.
 */
export function textOfPdf(file: Buffer): string[] {
  const objects = objectsOf(file.toString('latin1'));
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
      const names = objects.get(/\/Resources (\d+) 0 R/.exec(head)?.[1] ?? '')?.head ?? head;
      return shownIn(content, (name) => {
        const font = new RegExp(`/${name} (\\d+) 0 R`).exec(names)?.[1] ?? '';
        return fonts.get(font) ?? new Map();
      });
    });
}

interface PdfObject {
  head: string;
  /** Unpacked. */
  stream: string;
}

function objectsOf(text: string): Map<string, PdfObject> {
  const found = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n/g)];
  return new Map(
    found.map((match, at) => {
      const body = text.slice(match.index + match[0].length, found[at + 1]?.index ?? text.length);
      const from = /stream\r?\n/.exec(body);
      if (!from) return [match[1] ?? '', { head: body, stream: '' }];
      const bytes = body.slice(from.index + from[0].length, body.lastIndexOf('endstream'));
      return [match[1] ?? '', { head: body.slice(0, from.index), stream: unpacked(bytes) }];
    }),
  );
}

function unpacked(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
  } catch {
    return bytes;
  }
}

/** Of each font object: glyph (four hexadecimal digits) → characters. */
function fontsOf(objects: Map<string, PdfObject>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>();
  for (const [number, { head }] of objects) {
    const cmap = objects.get(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1] ?? '');
    if (cmap) fonts.set(number, glyphsOf(cmap.stream));
  }
  return fonts;
}

function glyphsOf(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, first = '0', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, code = ''], at) => {
      const units = code.replace(/ /g, '').match(/.{4}/g) ?? [];
      const glyph = (parseInt(first, 16) + at).toString(16).padStart(4, '0');
      glyphs.set(glyph, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  }
  return glyphs;
}

function shownIn(content: string, fontOf: (name: string) => Map<string, string>): string {
  let glyphs = new Map<string, string>();
  let text = '';
  for (const [, font, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fontOf(font);
    for (const [, hex = ''] of (array ?? '').matchAll(/<([0-9a-f]+)>/gi))
      for (const glyph of hex.match(/.{4}/g) ?? []) text += glyphs.get(glyph.toLowerCase()) ?? '';
  }
  return text;
}

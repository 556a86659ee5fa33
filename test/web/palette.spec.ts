import { palette, type PaletteColour } from '../../apps/web/src/look/palette.js';

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: PaletteColour, other: PaletteColour): number {
  const [light = 0, dark = 0] = [luminance(palette[one]), luminance(palette[other])].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of Luban (WCAG 2.2 AA)', () => {
  const texts: PaletteColour[] = [
    ...(['ink', 'inkSoft', 'inkFaint', 'cinnabar'] as const),
    ...(['passed', 'warning', 'blocking', 'unknown', 'running', 'gold', 'silver', 'bronze'] as const),
  ];

  it.each(texts)('%s is readable as text on white, on the ground and on raised surfaces', (colour) => {
    for (const ground of ['surface', 'ground', 'raised'] as const) {
      expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['passed', 'warning', 'blocking', 'unknown', 'running', 'gold', 'silver', 'bronze'] as const)(
    '%s is readable on its own faint ground',
    (colour) => {
      expect(contrast(colour, `${colour}Faint`)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the focus ring stands out from every ground', () => {
    for (const ground of ['surface', 'ground', 'raised'] as const) {
      expect(contrast('focus', ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

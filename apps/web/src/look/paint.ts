import { palette } from './palette.js';

/** The palette as CSS custom properties (`--ink-soft`), written once on the root element before the first paint. */
export function paintRoot(root: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette)) root.style.setProperty(cssName(name), colour);
}

function cssName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * The colours of Luban, once. Red is for what blocks, amber for what warns, green for what passed; gold, silver and
 * bronze are for medals only (SCREENS.md, principle 5). Every text colour reaches 4.5:1 on `surface` and on `ground`.
 */
export const palette = {
  /** 朱砂: the mark and the primary action, nothing else. */
  cinnabar: '#a5351f',
  cinnabarStrong: '#872814',
  cinnabarFaint: '#f8efec',

  ground: '#f5f5f3',
  surface: '#ffffff',
  raised: '#fafaf8',
  line: '#e2e1dc',
  lineStrong: '#c9c7c0',

  ink: '#1d1c1a',
  inkSoft: '#55524c',
  inkFaint: '#6e6a63',

  passed: '#2a6647',
  passedFaint: '#edf4ef',
  warning: '#8f5200',
  warningFaint: '#fbf3e3',
  blocking: '#b3122d',
  blockingFaint: '#fbeef0',
  unknown: '#5b5f68',
  unknownFaint: '#f0f0f2',
  running: '#1f5a8a',
  runningFaint: '#ecf2f8',

  gold: '#836400',
  goldFaint: '#f7efcf',
  silver: '#5c6670',
  silverFaint: '#edf0f2',
  bronze: '#8a4b22',
  bronzeFaint: '#f6e9df',

  /** A ring that is seen on white, on grey and beside cinnabar alike. */
  focus: '#1a56b8',
} as const;

export type PaletteColour = keyof typeof palette;

/** Rungs of the ladder of competitions (DOMAIN.md 1), from the top. */
export const eventLevels = [
  'world',
  'nationalComprehensive',
  'nationalIndustry',
  'provincial',
  'municipal',
  'county',
  'enterprise',
  'school',
] as const;
export type EventLevel = (typeof eventLevels)[number];

/** 专项赛: 新职业, 乡村振兴, 技工院校创业创新. */
export const specialKinds = ['newOccupation', 'ruralRevitalisation', 'innovation'] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** Rungs of the ladder, from the top; `special` are the kinds of special contest. */
export const levels = [
  'world',
  'nationalComprehensive',
  'nationalIndustry',
  'provincial',
  'municipal',
  'county',
  'enterprise',
  'school',
] as const;

export const specialKinds = ['newOccupation', 'ruralRevitalisation', 'innovation'] as const;

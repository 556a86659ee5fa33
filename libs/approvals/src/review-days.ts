const hourMs = 3_600_000;

/** The last second of a day in China. */
export const endOfChinaDay = (day: string): Date => new Date(`${day}T23:59:59+08:00`);

/** Whole days from one moment to another. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.floor((to.getTime() - from.getTime()) / (24 * hourMs));

/**
 * Within how many days an office does its part: targets of the house by which the desk shows what is late, not rules of
 * a pack; nothing follows from them but a mark.
 */
export const officeDays = { accept: 7, review: 30, amendment: 20, condition: 10 } as const;

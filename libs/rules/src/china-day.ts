/** The day in China (UTC+8, no summer time since 1991) as `YYYY-MM-DD`. */
export const chinaDay = (at: Date): string =>
  new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

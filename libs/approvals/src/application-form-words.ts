/** What stands for something that has not been stated. */
export const blank = '—';

/** What is stated of several things, or a dash. */
export const join = (
  values: readonly (string | number | null | undefined | false)[],
  separator: string,
): string =>
  values
    .filter((value) => value !== null && value !== undefined && value !== '' && value !== false)
    .join(separator) || blank;

export const span = (from: string | null, to: string | null): string =>
  from || to ? `${from ?? '未定'} 至 ${to ?? '未定'}` : blank;

export const people = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : `${count} 人`;

export const yuan = (amount: number): string => `${amount.toLocaleString('zh-CN')} 元`;

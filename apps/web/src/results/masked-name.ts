/** 张三丰 → 张**, as the server publishes names where no consent is recorded; here for the preview only. */
export function maskedName(name: string): string {
  const letters = [...name.trim()];
  return letters.map((letter, index) => (index === 0 || letter === ' ' ? letter : '*')).join('');
}

/**
 * Code of an occupation in the classification 职业分类大典: class, middle, small and fine class (`6-31-01-03`); the 2022
 * edition marks green occupations with L, digital ones with S, both with L/S.
 */
const pattern = /^([1-8]-\d{2}-\d{2}-\d{2})(?:\s*\(?(L\/S|L|S)\)?)?$/i;

/** The code as the classification writes it (`6-31-01-03`, `4-04-05-01 S`), or null when it is not one. */
export function readOccupationCode(text: string): string | null {
  const tidy = text
    .trim()
    .replace(/[－–—−]/g, '-')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')');
  const found = pattern.exec(tidy);
  if (!found) return null;
  return found[2] ? `${found[1]} ${found[2].toUpperCase()}` : (found[1] ?? null);
}

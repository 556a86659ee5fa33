const DECIMAL = /^([+-]?)(\d{1,40})?(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * A decimal in its one canonical writing: no exponent, no zeros at the end, a sign only below zero. `4.00000000` → `4`,
 * `0E-8` → `0`, `33.30000000` → `33.3`, `.5` → `0.5`. Null when the text is no decimal, or one of more than
 * twelve digits or eight places, which no calculation takes.
 */
export function canonicalDecimal(text: string): string | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = (whole + fraction).padStart(whole.length + fraction.length + 100, '0');
  const point = digits.length - fraction.length + Number(exponent);
  const padded = digits.padEnd(point, '0');
  const left = padded.slice(0, point).replace(/^0+/, '') || '0';
  const right = padded.slice(point).replace(/0+$/, '');
  if (left.length > 12 || right.length > 8) return null;
  const size = right ? `${left}.${right}` : left;
  return sign === '-' && size !== '0' ? `-${size}` : size;
}

/** As the CIS writes a quantity: eight places, `0E-8` for zero; more places stay. */
export function cisDecimal(canonical: string): string {
  if (canonical === '0') return '0E-8';
  const [whole, fraction = ''] = canonical.split('.');
  return `${whole}.${fraction.padEnd(8, '0')}`;
}

/** A number as it is kept: `006.20` → `6.2`, `-0.0` → `0`; null when it is no decimal of ten digits and four places. */
export function numberAsKept(text: string): string | null {
  const match = /^(-?)(\d{1,10})(?:[.,](\d{0,4}))?$/.exec(text.trim());
  if (!match) return null;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const places = (match[3] ?? '').replace(/0+$/, '');
  const size = places === '' ? whole : `${whole}.${places}`;
  return match[1] === '-' && size !== '0' ? `-${size}` : size;
}

/** Which choice a kept value means: by label first, as scoring reads it, then by its 1-based number. */
export function choiceOf(choices: readonly { label: string }[], value: string | null): number | null {
  if (value === null) return null;
  const byLabel = choices.findIndex(({ label }) => label.trim() === value);
  if (byLabel >= 0) return byLabel;
  const index = /^\d{1,3}$/.test(value) ? Number(value) - 1 : -1;
  return index >= 0 && index < choices.length ? index : null;
}

/** How a choice is told to the server: its number, or its label where another choice is called that number. */
export function valueOfChoice(choices: readonly { label: string }[], index: number): string {
  const number = String(index + 1);
  return choiceOf(choices, number) === index ? number : (choices[index]?.label.trim() ?? number);
}

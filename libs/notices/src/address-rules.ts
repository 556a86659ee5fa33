/** RFC 5321, 4.5.3.1: of the part before the @, of the whole. */
const localCharsMax = 64;
const addressCharsMax = 254;
// The part before the @ as people really have it (RFC 5321 dot-string); quoted names, comments and lists are refused.
const localPattern = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Whether mail can be sent to this address, exactly as it is written: one address, no name, nothing around it. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  return (
    at > 0 &&
    local.length <= localCharsMax &&
    text.length <= addressCharsMax &&
    localPattern.test(local) &&
    (labels.length >= 2 || labels[0] === 'localhost') &&
    labels.every((label) => labelPattern.test(label)) &&
    /[a-z]/i.test(labels.at(-1) ?? '')
  );
}

/** An address for eyes that need not know it: `w***@example.org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

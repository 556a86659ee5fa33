import type { MessageParams, Said } from './refusals.js';

const catalogue = new Map<string, Said>();

/**
 * Every lib declares the texts of its codes once, where the code is thrown. A code declared twice, or a code without
 * one of the languages, is a programmer's error.
 */
export function defineMessages<const T extends Record<string, Said>>(messages: T): T {
  for (const [code, said] of Object.entries(messages)) {
    const known = catalogue.get(code);
    if (known && (known.zh !== said.zh || known.en !== said.en))
      throw new Error(`message ${code} is declared twice`);
    if (!said.zh || !said.en) throw new Error(`message ${code} lacks a language`);
    catalogue.set(code, said);
  }
  return messages;
}

/** The text of a code with its parameters filled in; the code itself where nobody declared a text. */
export function say(code: string, params: MessageParams = {}): Said {
  const said = catalogue.get(code) ?? { zh: code, en: code };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return { zh: fill(said.zh), en: fill(said.en) };
}

/** All declared codes, for the guardian that checks them. */
export function declaredMessages(): ReadonlyMap<string, Said> {
  return catalogue;
}

const constraints = new Map<string, string>();

/** Which code a violated database constraint stands for: `{ skill_code_key: 'events.skill-code-taken' }`. */
export function defineConstraintCodes(codes: Record<string, string>): void {
  for (const [name, code] of Object.entries(codes)) constraints.set(name, code);
}

export function codeOfConstraint(name: string): string | undefined {
  return constraints.get(name);
}

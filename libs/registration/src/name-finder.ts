/** Something that people refer to by its name, code or English name. */
export interface Named {
  id: string;
  names: (string | null)[];
}

export type NameFound = { id: string } | { suggestion: string | null };

/** Finds things by what people write for them, and suggests the likeliest where nothing fits exactly. */
export class NameFinder {
  private readonly byWord = new Map<string, string>();
  private readonly shown: { words: Set<string>; name: string }[] = [];
  private readonly answers = new Map<string, NameFound>();

  /** `ending` is what may be left out: 代表团, 代表队. A word that stands for two things stands for none. */
  constructor(
    things: readonly Named[],
    private readonly ending: RegExp = /$^/,
  ) {
    const ambiguous = new Set<string>();
    for (const { id, names } of things) {
      const [name = ''] = names.flatMap((n) => n ?? []);
      this.shown.push({ name, words: pairsOf(this.word(name)) });
      for (const word of new Set(names.flatMap((n) => (n ? [this.word(n)] : [])))) {
        if (this.byWord.has(word) && this.byWord.get(word) !== id) ambiguous.add(word);
        this.byWord.set(word, id);
      }
    }
    for (const word of ambiguous) this.byWord.delete(word);
  }

  find(text: string): NameFound {
    const known = this.answers.get(text);
    if (known) return known;
    const id = this.byWord.get(this.word(text));
    const answer = id ? { id } : { suggestion: this.likeliest(text) };
    this.answers.set(text, answer);
    return answer;
  }

  /** The name that shares most of its pairs of characters (Dice), if they share enough at all. */
  private likeliest(text: string): string | null {
    const pairs = pairsOf(this.word(text));
    let best: { name: string; likeness: number } | null = null;
    for (const { name, words } of this.shown) {
      const shared = [...pairs].filter((pair) => words.has(pair)).length;
      const likeness = (2 * shared) / (pairs.size + words.size || 1);
      if (likeness > (best?.likeness ?? 0.3)) best = { name, likeness };
    }
    return best?.name ?? null;
  }

  private word(text: string): string {
    const plain = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·•.,，、()（）\-_/]/g, '');
    const short = plain.replace(this.ending, '');
    return short || plain;
  }
}

/** Its characters and neighbouring pairs of them: 焊接 and 焊工 share one of three. */
function pairsOf(word: string): Set<string> {
  const pairs = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  return new Set([...word, ...pairs]);
}

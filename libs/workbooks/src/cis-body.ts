import type { Aspect, Criterion, SubCriterion } from '@luban/scoring';
import { readMark, shortened } from './cell-mark.js';
import { aspectHeading, cisColumns, type CisColumn, type CisColumns } from './cis-layout.js';
import type { CalculationList } from './read-calculations.js';
import type { SheetFindings } from './sheet-finding.js';
import { MAX_NUMBER_CHARACTERS } from './cis-tables.js';
import { addressOf, textOf, trimBlanks, trimmedTextOf, type Cell, type Row } from './workbook.js';

/**
 * The aspect rows of a CIS sheet, taken one after the other: headings, sub-criteria, aspects, the descriptors of a
 * judgement, captions. One row may be both sub-criterion and aspect.
 */
export class CisBodyReader {
  #columns: CisColumns = { ...cisColumns };
  #headed: string | null = null;
  #sub: SubCriterion | null = null;
  #judgement: Aspect | null = null;
  #captions: { text: string; cell: string }[] = [];
  readonly #codes = new Set<string>();
  #row: Row = { number: 0, cells: new Map() };

  /** @param criteria those of the table at the head of the sheet; filled here, and completed where the table lacks one */
  constructor(
    private readonly criteria: Criterion[],
    private readonly calculations: CalculationList,
    private readonly findings: SheetFindings,
    private readonly places: Map<string, string>,
  ) {}

  take(row: Row): void {
    this.#row = row;
    const heading = aspectHeading(row);
    if (heading) {
      this.#columns = heading.columns;
      this.#headed = heading.criterion ?? this.#headed;
      this.#judgement = null;
      return;
    }
    const kind = trimmedTextOf(this.#cell('kind'));
    const code = trimmedTextOf(this.#cell('subCriterion'));
    if (code !== '') this.#startSubCriterion(code, kind !== '');
    if (/^m(eas(urement)?)?$/i.test(kind)) this.#addAspect('measurement');
    else if (/^j(udg(e?ment)?)?$/i.test(kind)) this.#addAspect('judgement');
    else if (kind !== '') this.#refuseKind(kind);
    else this.#takeOther(code !== '');
  }

  /** All criteria that have a name, a mark or sub-criteria. Call once, at the end. */
  finish(): Criterion[] {
    for (const { cell } of this.#captions)
      this.findings.warn('stray-caption', cell, '小标题之后没有评分点。', 'No aspect follows this caption.');
    return this.criteria.filter(
      ({ name, declaredHundredths, subCriteria }) =>
        name !== '' || (declaredHundredths ?? 0) !== 0 || subCriteria.length > 0,
    );
  }

  #startSubCriterion(text: string, isAspectRow: boolean): void {
    const code = text.toUpperCase().replace(/\s+/g, '').slice(0, 20);
    if (/^[A-Z]$/.test(code)) {
      this.#headed = code; // some sheets repeat the criterion's letter above its sub-criteria
      return;
    }
    const name = textOf(this.#cell('name'));
    // Sheets made by scripts repeat the code on every row of a sub-criterion.
    if (this.#sub?.code === code && isAspectRow && (name === '' || name === this.#sub.name)) return;
    const at = this.#at('subCriterion');
    const letter = /^([A-Z])\d/.exec(code)?.[1];
    if (!letter)
      this.findings.warn(
        'bad-cell',
        at,
        `“${shortened(text)}”不是子项编号（如 A1）。`,
        `"${shortened(text)}" is no sub-criterion code (such as A1).`,
      );
    const day = this.#cell('day');
    this.#openSubCriterion(letter ?? this.#headed ?? 'A', code, name, at, this.#wholeNumber(day, 'day'));
  }

  #openSubCriterion(
    letter: string,
    wanted: string,
    name: string,
    at: string,
    dayOfMarking: number | null,
  ): void {
    let code = wanted;
    for (let again = 2; this.#codes.has(code); again++) code = `${wanted}(${again})`;
    if (code !== wanted)
      this.findings.warn(
        'duplicate-id',
        at,
        `子项编号 ${wanted} 重复，此处记为 ${code}。`,
        `The sub-criterion code ${wanted} is used before; here it is called ${code}.`,
      );
    this.#codes.add(code);
    this.#sub = { code, name, dayOfMarking, aspects: [] };
    this.#judgement = null;
    this.#criterion(letter, at).subCriteria.push(this.#sub);
    this.places.set(code, at);
  }

  #criterion(letter: string, at: string): Criterion {
    const known = this.criteria.find(({ code }) => code === letter);
    if (known) return known;
    if (this.criteria.length > 0)
      this.findings.warn(
        'criterion-unknown',
        at,
        `评分项 ${letter} 不在评分项表中。`,
        `Criterion ${letter} is not in the table of criteria.`,
      );
    const criterion: Criterion = { code: letter, name: '', declaredHundredths: null, subCriteria: [] };
    this.criteria.push(criterion);
    this.places.set(letter, at);
    return criterion;
  }

  #addAspect(kind: Aspect['kind']): void {
    if (!this.#sub) {
      const letter = this.#headed ?? 'A';
      this.findings.warn(
        'aspect-outside-sub-criterion',
        this.#at('kind'),
        '评分点之前没有子项。',
        'No sub-criterion stands before this aspect.',
      );
      this.#openSubCriterion(letter, `${letter}0`, '', this.#at('subCriterion'), null);
    }
    const sub = this.#sub as unknown as SubCriterion;
    const max = readMark(this.#cell('max'));
    if (max.fault) {
      const { zh, en } = max.fault.message;
      if (max.fault.severity === 'blocking') this.findings.block('bad-cell', this.#at('max'), zh, en);
      else this.findings.warn('bad-cell', this.#at('max'), zh, en);
    }
    const aspect: Aspect = {
      id: `${sub.code}.${sub.aspects.length + 1}`,
      kind,
      description: this.#text('description'),
      extra: this.#text('extra'),
      requirement: this.#text('requirement'),
      section: this.#section(),
      maxHundredths: max.hundredths,
      calculation: this.#calculation(kind),
      descriptors: [],
      captions: this.#captions.map(({ text }) => text),
    };
    if (aspect.description === '')
      this.findings.warn(
        'bad-cell',
        this.#at('description'),
        '评分点没有描述。',
        'The aspect has no description.',
      );
    sub.aspects.push(aspect);
    this.#captions = [];
    this.#judgement = kind === 'judgement' ? aspect : null;
    this.places.set(aspect.id, this.#at('max'));
    this.places.set(`descriptors-missing:${aspect.id}`, this.#at('kind'));
    this.places.set(`section-unknown:${aspect.id}`, this.#at('section'));
  }

  #section(): string | null {
    const section = trimBlanks(this.#text('section'));
    if (section.length <= MAX_NUMBER_CHARACTERS) return section || null;
    const said = shortened(section);
    this.findings.warn(
      'bad-cell',
      this.#at('section'),
      `“${said}”不是标准分项编号。`,
      `"${said}" is no section number.`,
    );
    return null;
  }

  #calculation(kind: Aspect['kind']): Aspect['calculation'] {
    const row = this.#wholeNumber(this.#cell('calculation'), 'calculation');
    if (row === null) return null;
    if (kind === 'measurement') return this.calculations.use(row, this.#at('calculation'), this.findings);
    this.findings.warn(
      'bad-cell',
      this.#at('calculation'),
      '评价类评分点不使用计算方式，已忽略。',
      'A judgement uses no calculation; this one is left out.',
    );
    return null;
  }

  #refuseKind(kind: string): void {
    const said = [
      `“${shortened(kind)}”不是评分方式（M 或 J）。`,
      `"${shortened(kind)}" is no aspect type (M or J).`,
    ] as const;
    // With a mark beside it this is an aspect that would be lost; without one it is only an untidy cell.
    if (textOf(this.#cell('max')) !== '' || this.#cell('max')?.kind === 'uncomputed')
      this.findings.block('bad-cell', this.#at('kind'), ...said);
    else this.findings.warn('bad-cell', this.#at('kind'), ...said);
  }

  /** A row without an aspect type: a descriptor, a caption, or something that should not be passed over in silence. */
  #takeOther(startsSubCriterion: boolean): void {
    const score = trimmedTextOf(this.#cell('score'));
    if (score !== '') return this.#addDescriptor(score);
    const caption = textOf(this.#cell('description'));
    const others = (['extra', 'requirement', 'section', 'max'] as const).filter(
      (key) => textOf(this.#cell(key)) !== '',
    );
    if (caption !== '') this.#captions.push({ text: caption, cell: this.#at('description') });
    if (startsSubCriterion) return;
    const stray = others[0] ?? (caption === '' && textOf(this.#cell('name')) !== '' ? 'name' : undefined);
    if (stray)
      this.findings.warn(
        'unread-row',
        this.#at(stray),
        '此行既不是评分点，也不是子项或评价描述，未读取。',
        'This row is neither aspect nor sub-criterion nor descriptor; it was not read.',
      );
  }

  #addDescriptor(score: string): void {
    const at = this.#at('score');
    const level = /^[0-3]$/.test(score) ? Number(score) : null;
    if (level === null)
      return this.findings.warn('bad-cell', at, '评价等级应为 0 至 3。', 'A judgement score is 0 to 3.');
    if (!this.#judgement)
      return this.findings.warn(
        'stray-descriptor',
        at,
        '评价描述之前没有评价类评分点。',
        'No judgement stands before this descriptor.',
      );
    const { descriptors } = this.#judgement;
    while (descriptors.length < 4) descriptors.push('');
    if (descriptors[level] !== '')
      return this.findings.warn(
        'stray-descriptor',
        at,
        `等级 ${level} 已有描述。`,
        `Score ${level} has a descriptor already.`,
      );
    descriptors[level] = this.#text('extra');
  }

  #cell(key: CisColumn): Cell | undefined {
    return this.#row.cells.get(this.#columns[key]);
  }

  #at(key: CisColumn): string {
    return addressOf(this.#row.number, this.#columns[key] || cisColumns[key]);
  }

  /** A text as it stands; an error or a formula without a result is no text. */
  #text(key: CisColumn): string {
    const cell = this.#cell(key);
    if (cell?.kind !== 'error' && cell?.kind !== 'uncomputed') return textOf(cell);
    const { zh, en } = readMark(cell).fault?.message ?? { zh: '', en: '' };
    this.findings.warn('bad-cell', cell.address, zh, en);
    return '';
  }

  #wholeNumber(cell: Cell | undefined, key: CisColumn): number | null {
    const text = trimmedTextOf(cell);
    if (text === '' && cell?.kind !== 'uncomputed') return null;
    // A day before the competition is negative (C-2); no sheet has more than a million rows.
    if ((key === 'day' ? /^-?\d{1,2}$/ : /^\d{1,7}$/).test(text)) return Number(text);
    this.findings.warn(
      'bad-cell',
      this.#at(key),
      `“${shortened(text)}”不是整数。`,
      `"${shortened(text)}" is no whole number.`,
    );
    return null;
  }
}

import type { Aspect, Calculation, Criterion, SubCriterion } from '@luban/scoring';
import { readMark, shortened } from './cell-mark.js';
import { MAX_NUMBER_CHARACTERS } from './cis-tables.js';
import { headingWord, MappedSheet } from './headings.js';
import type { MarkingSheetColumn, MarkingSheetMapping } from './marking-sheet-layout.js';
import { deductionOf, descriptorsOf, methodOf } from './marking-standard.js';
import type { SheetFindings } from './sheet-finding.js';
import { textOf, trimmedTextOf, type Row, type Sheet } from './workbook.js';

const levels = ['level0', 'level1', 'level2', 'level3'] as const;

/** What the sheets of one workbook are read into. */
export interface SchemeParts {
  criteria: Criterion[];
  /** Those that the sheet 概要 lists; an aspect names one by its 1-based number. */
  calculations: (Calculation | null)[];
  usedCalculations: Set<number>;
  findings: SheetFindings;
  places: Map<string, string>;
}

/** One sheet of a 评分表, row by row, into parts that may already hold those of earlier sheets. */
export class MarkingSheetReader {
  readonly #cells: MappedSheet<MarkingSheetColumn>;
  #criterion: Criterion | null = null;
  #sub: SubCriterion | null = null;
  #captions: string[] = [];
  #row = 0;

  constructor(
    private readonly sheet: Sheet,
    private readonly mapping: MarkingSheetMapping,
    private readonly into: SchemeParts,
    /** `Sheet2!` where findings are on another sheet than the first. */
    private readonly cellPrefix: string,
  ) {
    this.#cells = new MappedSheet(sheet, mapping);
  }

  read(): void {
    for (const row of this.sheet.rows) if (row.number > this.mapping.headingRow) this.#take(row);
  }

  #take(row: Row): void {
    this.#row = row.number;
    const id = /^([A-Z])(?:(\d+)(?:\.\d+)?)?$/.exec(this.#trimmed('id'));
    if (!id && (isSum(row) || this.#isHeadingAgain())) return;
    const caption = this.#text('caption');
    if (caption !== '' && !this.#hasAspect()) {
      this.#captions.push(caption);
      return;
    }
    if (!this.#hasAspect() && !id) return this.#takeLooseRow(row);
    this.#openCriterion(id?.[1]);
    if (id && !id[2]) return; // a criterion without sub-criteria
    this.#openSubCriterion(id ? `${id[1] ?? ''}${id[2] ?? ''}` : undefined);
    if (!this.#hasAspect()) return; // a sub-criterion without aspects
    if (caption !== '') this.#captions.push(caption);
    this.#addAspect();
  }

  #hasAspect(): boolean {
    // A 配分 merged over several rows belongs to the first of them alone.
    const hasMax =
      this.#cells.cell(this.#row, 'max') !== undefined && !this.#cells.isCarried(this.#row, 'max');
    const hasText =
      textOf(this.#cells.cell(this.#row, 'aspect')) !== '' && !this.#cells.isCarried(this.#row, 'aspect');
    const hasMethod = this.#trimmed('method') !== '' && !this.#cells.isCarried(this.#row, 'method');
    return hasText || hasMax || hasMethod;
  }

  /** Tables over several pages repeat their headings. */
  #isHeadingAgain(): boolean {
    const { columns, headings } = this.mapping;
    const max = columns.max;
    const said = max && headings[max];
    return !!said && headingWord(this.#trimmed('max')) === headingWord(said);
  }

  /** A row without a point of its own: the title of a module where no column holds it, or a note or signature line. */
  #takeLooseRow(row: Row): void {
    const texts = [...row.cells.values()].map(trimmedTextOf).filter((text) => text !== '');
    const [only] = texts;
    if (texts.length !== 1 || !only || this.#cells.has('module')) return;
    if (/签|日期|备注|说明|^注/.test(only) || only.length > 60) return;
    this.#startCriterion(only, undefined);
  }

  #openCriterion(code: string | undefined): void {
    const name = this.#cells.has('module') ? this.#text('module') : '';
    if (code) {
      if (this.#criterion?.code !== code) this.#startCriterion(name, code);
    } else if (name !== '') {
      if (this.#criterion?.name !== name) this.#startCriterion(name, undefined);
    } else if (!this.#criterion) this.#startCriterion(this.sheet.name, undefined);
  }

  #startCriterion(name: string, code: string | undefined): void {
    this.#sub = null;
    const known = this.into.criteria.find((each) => (code ? each.code === code : each.name === name));
    if (known) {
      this.#criterion = known;
      return;
    }
    const criterion: Criterion = {
      code: code ?? this.#freeCode(),
      name,
      declaredHundredths: null,
      subCriteria: [],
    };
    this.into.criteria.push(criterion);
    this.into.places.set(criterion.code, this.#at('module'));
    this.#criterion = criterion;
  }

  #freeCode(): string {
    for (let i = 0; i < 26; i++) {
      const code = String.fromCharCode(65 + i);
      if (!this.into.criteria.some((each) => each.code === code)) return code;
    }
    this.into.findings.block(
      'criteria-count',
      this.#at('module'),
      '模块超过 26 个。',
      'There are more than 26 modules.',
    );
    return 'Z';
  }

  #openSubCriterion(wanted: string | undefined): void {
    const criterion = this.#criterion;
    if (!criterion || (wanted && this.#sub?.code === wanted)) return;
    const name = this.#cells.has('subCriterion') ? this.#text('subCriterion') : '';
    if (!wanted && this.#sub && (name === '' || name === this.#sub.name)) return;
    let code = wanted ?? `${criterion.code}${criterion.subCriteria.length + 1}`;
    for (
      let next = criterion.subCriteria.length + 2;
      criterion.subCriteria.some((sub) => sub.code === code);
      next++
    )
      code = `${criterion.code}${next}`;
    const day = this.#trimmed('day');
    if (day !== '' && !/^\d{1,3}$/.test(day))
      this.#warn('day', `“${shortened(day)}”不是评分日的序号。`, `"${shortened(day)}" is no day number.`);
    this.#sub = {
      code,
      name: wanted || name !== '' ? name : criterion.name,
      dayOfMarking: /^\d{1,3}$/.test(day) ? Number(day) : null,
      aspects: [],
    };
    criterion.subCriteria.push(this.#sub);
    this.into.places.set(code, this.#at('subCriterion'));
  }

  #addAspect(): void {
    const sub = this.#sub;
    if (!sub) return;
    const standard = this.#text('standard');
    const written = this.#cells.has('level0') ? null : descriptorsOf(standard);
    const inColumns = levels.map((level) => this.#text(level));
    const hasColumns = inColumns.some((text) => text !== '');
    const method = this.#method(written !== null || hasColumns);
    const judgement = method === 'judgement';
    const aspect: Aspect = {
      id: `${sub.code}.${sub.aspects.length + 1}`,
      kind: judgement ? 'judgement' : 'measurement',
      description: this.#cells.isCarried(this.#row, 'aspect') ? '' : this.#text('aspect'),
      extra: judgement && !hasColumns && written ? written.rest : standard,
      requirement: this.#text('requirement'),
      section: this.#trimmed('section').slice(0, MAX_NUMBER_CHARACTERS) || null,
      maxHundredths: this.#max(),
      calculation: judgement
        ? null
        : (this.#calculation() ?? (method === 'deduction' ? deductionOf(standard) : null)),
      descriptors: !judgement ? [] : hasColumns ? inColumns : (written?.descriptors ?? []),
      captions: this.#captions,
    };
    this.#captions = [];
    if (aspect.description === '') this.#warn('aspect', '评分点没有描述。', 'The aspect has no description.');
    sub.aspects.push(aspect);
    this.into.places.set(aspect.id, this.#at('max'));
    this.into.places.set(`descriptors-missing:${aspect.id}`, this.#at('standard'));
    this.into.places.set(`section-unknown:${aspect.id}`, this.#at('section'));
  }

  #max(): number {
    if (this.#cells.isCarried(this.#row, 'max')) {
      this.#block(
        'max',
        '配分与上面的评分点合并在一个单元格中，请拆开。',
        'The mark is merged with that of the aspect above; give each its own.',
      );
      return 0;
    }
    const { hundredths, fault } = readMark(this.#cells.cell(this.#row, 'max'), /\s*(分|points?|marks?)$/i);
    if (fault?.severity === 'blocking') this.#block('max', fault.message.zh, fault.message.en);
    else if (fault) this.#warn('max', fault.message.zh, fault.message.en);
    return hundredths;
  }

  #method(hasDescriptors: boolean): 'measurement' | 'judgement' | 'deduction' {
    const text = this.#trimmed('method');
    const method = methodOf(text);
    if (method) return method;
    if (text !== '')
      this.#block(
        'method',
        `“${shortened(text)}”不是评分方式（测量、评价或扣分）。`,
        `"${shortened(text)}" is no way of marking (测量, 评价 or 扣分).`,
      );
    else if (this.#cells.has('method'))
      this.#warn(
        'method',
        `缺少评分方式，按${hasDescriptors ? '评价' : '测量'}读取。`,
        `The way of marking is missing; read as ${hasDescriptors ? 'judgement' : 'measurement'}.`,
      );
    return hasDescriptors ? 'judgement' : 'measurement';
  }

  #calculation(): Calculation | null {
    const text = this.#trimmed('calculation');
    if (text === '') return null;
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    const calculation = this.into.calculations[number - 1];
    if (calculation) {
      this.into.usedCalculations.add(number);
      return calculation;
    }
    this.into.findings.block(
      'unknown-calculation',
      this.#at('calculation'),
      `“概要”工作表没有第 ${shortened(text)} 个计算方式。`,
      `The sheet 概要 lists no calculation number ${shortened(text)}.`,
    );
    return null;
  }

  /** A text as it stands, merged cells included; an error or a formula without a result is none. */
  #text(key: MarkingSheetColumn): string {
    const cell = this.#cells.cell(this.#row, key);
    if (cell?.kind !== 'error' && cell?.kind !== 'uncomputed') return textOf(cell);
    const { zh, en } = readMark(cell).fault?.message ?? { zh: '', en: '' };
    this.#warn(key, zh, en);
    return '';
  }

  #trimmed(key: MarkingSheetColumn): string {
    return trimmedTextOf(this.#cells.cell(this.#row, key));
  }

  #at(key: MarkingSheetColumn): string {
    return `${this.cellPrefix}${this.#cells.at(this.#row, key)}`;
  }

  #warn(key: MarkingSheetColumn, zh: string, en: string): void {
    this.into.findings.warn('bad-cell', this.#at(key), zh, en);
  }

  #block(key: MarkingSheetColumn, zh: string, en: string): void {
    this.into.findings.block('bad-cell', this.#at(key), zh, en);
  }
}

/** 合计, 模块A小计, 总分 100 and their like, in any cell of the row; a point that begins with such a word is none. */
function isSum(row: Row): boolean {
  for (const cell of row.cells.values())
    if (
      cell.kind === 'text' &&
      /^.{0,6}(合计|小计|总计|总分|总配分|累计)(分|分值|配分)?[\d.]*分?$/.test(headingWord(cell.value))
    )
      return true;
  return false;
}

import { aspect, scheme } from '../../../test/support/scoring-examples.js';
import { checkScheme, marksBySection, schemeMaxHundredths } from './scheme-checks.js';
import type { SchemeTree } from './scheme.js';

/** Five criteria of 20.00 each, all in section 1. */
function sound(): SchemeTree {
  const tree = scheme(
    ...['A', 'B', 'C', 'D', 'E'].map((code) => aspect(`${code}1.1`, 'judgement', '20', { section: '1' })),
  );
  return { ...tree, sections: [{ number: '1', name: 'Work', weightHundredths: 10_000 }] };
}
const found = (tree: SchemeTree, options = {}): string[][] =>
  checkScheme(tree, options).map((finding) => [finding.code, finding.severity, finding.at ?? '']);
const aspectOf = (tree: SchemeTree, index: number) => {
  const one = tree.criteria[index]?.subCriteria[0]?.aspects[0];
  if (!one) throw new Error('no such aspect');
  return one;
};

describe('the checks of a marking scheme', () => {
  it('find nothing in a sound scheme', () => {
    expect(found(sound())).toEqual([]);
    expect(schemeMaxHundredths(sound())).toBe(10_000);
  });

  it('block a total that is not 100.00, as summed from the aspects', () => {
    const tree = sound();
    aspectOf(tree, 0).maxHundredths = 2001;
    expect(found(tree)).toEqual([['total-not-100', 'blocking', '']]);
  });

  it('warn of a section more than 5 points off its weight, and not of exactly 5', () => {
    const tree = sound();
    tree.sections = [
      { number: '1', name: 'Work', weightHundredths: 9500 },
      { number: '2', name: 'Talk', weightHundredths: 500 },
    ];
    expect(found(tree)).toEqual([]);
    tree.sections[0]!.weightHundredths = 9499;
    tree.sections[1]!.weightHundredths = 501;
    expect(found(tree)).toEqual([
      ['section-deviates', 'warning', '1'],
      ['section-deviates', 'warning', '2'],
    ]);
    expect(found(tree, { sectionToleranceHundredths: 600 })).toEqual([]);
  });

  it('warn of weights that do not sum to 100 and of aspects in no listed section', () => {
    const tree = sound();
    tree.sections[0]!.weightHundredths = 9900;
    aspectOf(tree, 1).section = '9';
    aspectOf(tree, 2).section = null;
    expect(found(tree, { sectionToleranceHundredths: 5000 })).toEqual([
      ['section-weights-not-100', 'warning', ''],
      ['section-unknown', 'warning', 'B1.1'],
      ['section-unknown', 'warning', 'C1.1'],
    ]);
    expect([...marksBySection(tree)]).toEqual([
      ['1', 6000],
      ['9', 2000],
      [null, 2000],
    ]);
  });

  it('say nothing of sections where the scheme has none', () => {
    const tree = { ...sound(), sections: [] };
    aspectOf(tree, 0).section = null;
    expect(found(tree)).toEqual([]);
  });

  it.each([1, 4, 10])('warn of %i criteria', (count) => {
    const one = sound().criteria[0]!;
    const criteria = Array.from({ length: count }, (_, i) => ({ ...one, code: String.fromCharCode(65 + i) }));
    expect(found({ ...sound(), criteria }).map(([code]) => code)).toContain('criteria-count');
  });

  it.each([[[]], [['none', 'below', 'meets']], [['none', 'below', ' ', 'exceeds']]])(
    'warn of a judgement described by %j',
    (descriptors) => {
      const tree = sound();
      aspectOf(tree, 3).descriptors = descriptors;
      expect(found(tree)).toEqual([['descriptors-missing', 'warning', 'D1.1']]);
    },
  );

  it('warn of an aspect without marks and of a sub-criterion without aspects', () => {
    const tree = sound();
    const sub = tree.criteria[0]!.subCriteria[0]!;
    sub.aspects.push(aspect('A1.2', 'measurement', '0', { section: '1' }));
    tree.criteria[1]!.subCriteria.push({ code: 'B2', name: 'Empty', dayOfMarking: null, aspects: [] });
    expect(found(tree)).toEqual([
      ['zero-max', 'warning', 'A1.2'],
      ['sub-criterion-empty', 'warning', 'B2'],
    ]);
  });

  it('block a code that is used twice and a maximum that is none', () => {
    const tree = sound();
    aspectOf(tree, 1).id = 'A1.1';
    aspectOf(tree, 2).maxHundredths = -2000;
    aspectOf(tree, 3).maxHundredths = 6000;
    expect(found(tree)).toEqual([
      ['duplicate-id', 'blocking', 'A1.1'],
      ['bad-max', 'blocking', 'C1.1'],
    ]);
  });

  it('warn of a criterion whose declared marks are not what its aspects sum to', () => {
    const tree = sound();
    tree.criteria[4]!.declaredHundredths = 1975;
    expect(found(tree)).toEqual([['criterion-deviates', 'warning', 'E']]);
  });

  it('block a scheme without aspects', () =>
    expect(found({ skill: null, sections: [], criteria: [] })[0]).toEqual(['no-aspects', 'blocking', '']));

  it('say it in Chinese and in English', () => {
    const tree = sound();
    aspectOf(tree, 0).maxHundredths = 1950;
    expect(checkScheme(tree)[0]?.message).toEqual({
      zh: '各评分点配分合计 99.50,应为 100.00。',
      en: 'The aspects sum to 99.50, not 100.00.',
    });
  });
});

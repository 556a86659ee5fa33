import {
  checkInWords,
  checkNames,
  packDifference,
  parametersOf,
  ruleParametersInWords,
  shippedPacks,
} from './index.js';
import { classStatus2018 } from './packs/class-status-2018.js';
import { classStatus2020 } from './packs/class-status-2020.js';
import { classStatus2023 } from './packs/class-status-2023.js';

describe('the difference between two packs', () => {
  it('is nothing where they are the same', () => {
    for (const pack of shippedPacks) expect(packDifference(pack, structuredClone(pack))).toEqual([]);
  });

  it('from 2018 to 2020 holds the fourth occupation of class two and the new name', () => {
    const found = packDifference(classStatus2018, classStatus2020);
    const most = found.find(({ id }) => id === 'occupations-at-most-two');
    expect(most).toMatchObject({ change: 'changed', part: 'rule' });
    expect(most?.fields).toContainEqual({
      label: { zh: '最多', en: 'at most' },
      before: { zh: '3', en: '3' },
      after: { zh: '4', en: '4' },
    });
    const pack = found.find(({ part }) => part === 'pack');
    expect(pack?.fields.map(({ label }) => label.en)).toEqual(
      expect.arrayContaining(['year', 'naming']) as string[],
    );
    expect(found.filter(({ change }) => change === 'added').map(({ id }) => id)).toContain('standard-level');
  });

  it('turned round says removed for added, with the fields the other way', () => {
    const [there, back] = [
      packDifference(classStatus2020, classStatus2023),
      packDifference(classStatus2023, classStatus2020),
    ];
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    const of = (list: typeof there) =>
      new Map(list.map((one) => [`${one.part} ${one.id}`, { change: one.change, fields: one.fields }]));
    for (const [key, { change, fields }] of of(there)) {
      const other = of(back).get(key);
      expect(other?.change).toBe(turned[change]);
      expect(new Set(other?.fields.map(({ label }) => label.zh))).toEqual(
        new Set(fields.map(({ label }) => label.zh)),
      );
      const [field] = fields;
      const same = other?.fields.find(({ label }) => label.zh === field?.label.zh);
      expect([same?.before, same?.after]).toEqual([field?.after, field?.before]);
    }
    expect(there.length).toBe(back.length);
  });
});

describe('checks in words', () => {
  it('name every check and each of its parameters in both languages', () => {
    for (const check of checkNames) {
      const { name, looksAt } = checkInWords[check];
      for (const words of [name, looksAt, ...parametersOf(check).map(({ label }) => label)])
        expect(words.zh.length * words.en.length).toBeGreaterThan(0);
    }
  });

  it('say the parameters of every rule that ships', () => {
    for (const { rules } of shippedPacks)
      for (const rule of rules) {
        const said = ruleParametersInWords(rule);
        expect(said.map(({ key }) => key).sort()).toEqual(Object.keys(rule.parameters).sort());
        expect(said.every(({ value }) => value.zh !== '' && value.en !== '')).toBe(true);
      }
  });
});

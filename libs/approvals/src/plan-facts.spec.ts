import { documentNumberOf, signedOnOf, todayIn } from './plan-facts.js';
import { classCounts, comparison } from './plan-targets.js';

it.each([
  ['人社部函〔2026〕42号', '人社部函〔2026〕42号'],
  ['人社部函[2026]042号', '人社部函〔2026〕42号'],
  ['人社厅函（２０２６）第７号', '人社厅函〔2026〕7号'],
  [' 浙人社发【2026】 9 号 ', '浙人社发〔2026〕9号'],
  ['', null],
  [null, null],
])('writes the document number %p as %p', (given, written) => {
  expect(documentNumberOf(given)).toBe(written);
});

it.each([
  '人社部函2026第42号',
  '〔2026〕42号',
  '人社部函〔26〕42号',
  '人社部函〔2026〕0号',
  '<b>函</b>〔2026〕1号x',
])('refuses %p as a document number', (given) => {
  expect(() => documentNumberOf(given)).toThrow('approvals.document-number-form');
});

it('counts days in Asia/Shanghai: after 16:00 UTC it is tomorrow there', () => {
  const evening = new Date('2026-11-22T16:30:00Z');
  expect(todayIn(evening)).toBe('2026-11-23');
  expect(signedOnOf('2026-11-23', evening)).toBe('2026-11-23');
  expect(() => signedOnOf('2026-11-24', evening)).toThrow('approvals.signed-on-future');
  expect(() => signedOnOf('2026-02-30', evening)).toThrow('approvals.no-such-day');
});

it('compares target and granted in words: 2021 planned about 70 of class two and approved 77', () => {
  expect(comparison(70, 77).zh).toContain('多 7 项');
  expect(comparison(10, 10).en).toBe('10 granted, as the target of about 10 says');
  expect(comparison(null, 3).zh).toBe('已同意 3 项');
  const two = { class: 'two' as const };
  expect(
    classCounts({
      targetOne: 10,
      targetTwo: 70,
      lines: [two],
      listed: [],
      undecided: [two, two],
      bothClasses: true,
    }),
  ).toMatchObject([
    { class: 'one', target: 10, granted: 0, undecided: 0 },
    { class: 'two', target: 70, granted: 1, undecided: 2 },
  ]);
});

it('counts without classes where a level has none', () => {
  const counts = classCounts({
    ...{ targetOne: null, targetTwo: null, listed: [], undecided: [], bothClasses: false },
    lines: [{ class: null }, { class: null }],
  });
  expect(counts).toMatchObject([{ class: null, target: null, granted: 2 }]);
});

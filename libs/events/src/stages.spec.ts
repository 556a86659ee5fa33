import { isAtLeast, nextStages, stages, transition, transitions } from './stages.js';

it('lets every stage be entered and left, one stage at a time', () => {
  const at = (stage: (typeof stages)[number]) => stages.indexOf(stage);
  for (const { from, to, direction } of transitions)
    expect(at(to) - at(from)).toBe(direction === 'forward' ? 1 : -1);
  for (const stage of stages.slice(1)) expect(transitions.some(({ to }) => to === stage)).toBe(true);
  for (const stage of stages) expect(transitions.some(({ from }) => from === stage)).toBe(true);
});

it('asks a reason for every step back, and for none forward', () => {
  for (const { direction, needsReason } of transitions) expect(needsReason).toBe(direction === 'back');
});

it('leaves publication to the host alone', () => {
  expect(nextStages('results', ['organiser']).map(({ to }) => to)).toEqual(['competition']);
  expect(nextStages('results', ['host']).map(({ to }) => to)).toEqual(['provisional', 'competition']);
  expect(nextStages('provisional', ['organiser'])).toEqual([]);
});

it('offers nothing to those who only watch', () => {
  for (const stage of stages)
    expect(nextStages(stage, ['administrator', 'official', 'chiefJudge', 'judge'])).toEqual([]);
});

it('knows no leap', () => {
  expect(transition('draft', 'competition')).toBeUndefined();
  expect(isAtLeast('results', 'competition')).toBe(true);
  expect(isAtLeast('draft', 'registration')).toBe(false);
});

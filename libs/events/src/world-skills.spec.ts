import { worldSkill, worldSkills } from './world-skills.js';

it('lists the 63 skills of the 46th WorldSkills, each under its own number', () => {
  expect(worldSkills.map(({ number }) => number)).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
  expect(new Set(worldSkills.map(({ name }) => name)).size).toBe(63);
  expect(worldSkill(10)).toMatchObject({ name: '焊接', nameEn: 'Welding', teamSize: 1 });
  expect(worldSkill(64)).toBeUndefined();
});

it('names what is only recalled as such', () => {
  const recalled = worldSkills.filter(({ nameGrade, numberGrade }) =>
    [nameGrade, numberGrade].includes('recalled'),
  );
  expect(recalled.map(({ number }) => number)).toEqual([59, 61]);
  expect(recalled.map(({ ageYearsMax }) => ageYearsMax)).toEqual([null, null]);
});

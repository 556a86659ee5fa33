import { useLanguage } from '../language/language.js';
import { useMonthName } from './distribution-figures.js';
import { usePlaceName } from './places-figure.js';
import { insightWords, useInsightText } from './words.js';
import type { ContestFilters, YearInsight } from './year-scope.js';

/** Each filter in words, with the names that the year knows. */
export function useFilterNames(
  filters: ContestFilters,
  year: YearInsight | undefined,
): { name: keyof ContestFilters; text: string }[] {
  const t = useInsightText();
  const placeName = usePlaceName();
  const monthName = useMonthName();
  const language = useLanguage();
  const place = (code: string) =>
    placeName(
      year?.places.items.find(({ divisionCode }) => divisionCode === code) ?? {
        divisionCode: code,
        name: null,
        nameEn: null,
      },
    );
  const words = (key: string, value: string) => insightWords.find(key) ?? value;
  const texts: { [Name in keyof ContestFilters]-?: (value: string) => string } = {
    class: (value) => words(`class.${value}`, value),
    state: (value) => words(`state.${value}`, value),
    stage: (value) => words(`list.stage.${value}`, value),
    industry: (value) =>
      t('list.by.industry', {
        name:
          value === 'none' ? t('none') : (year?.industries.find(({ code }) => code === value)?.name ?? value),
      }),
    place: (value) => t('list.by.place', { name: place(value) }),
    applicant: (value) => t('list.by.applicant', { name: place(value) }),
    months: (value) =>
      t('list.by.months', {
        name: value
          .split(',')
          .map(monthName)
          .join(language === 'en' ? ', ' : '、'),
      }),
    major: (value) =>
      t('list.by.major', {
        name:
          value === 'none'
            ? t('occupations.outside')
            : (year?.occupations.majors.find(({ code }) => code === value)?.name ?? value),
      }),
    occupation: (value) =>
      t('list.by.occupation', {
        name: year?.occupations.most.find(({ key }) => key === value)?.name ?? value.replace(/^\d+:/, ''),
      }),
    covers: (value) => words(`list.covers.${value}`, value),
    conditions: (value) =>
      t(value === 'overdue' ? 'list.duty.overdue' : 'list.duty.open', { name: t('duties.conditions') }),
    obligations: (value) =>
      t(value === 'overdue' ? 'list.duty.overdue' : 'list.duty.open', { name: t('duties.obligations') }),
  };
  return (Object.keys(filters) as (keyof ContestFilters)[]).map((name) => ({
    name,
    text: texts[name](filters[name] ?? ''),
  }));
}

import { isPlainText } from '@luban/rulebook';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A text for people: at most so many characters, none of them hostile (`isPlainText`). */
export const PlainText = (max: number, lines = false, options?: ValidationOptions): PropertyDecorator => {
  const length = ValidateBy(
    {
      name: 'maxLength',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && [...value].length <= max,
        defaultMessage: () => `must be a text of at most ${max} characters`,
      },
    },
    options,
  );
  const plain = ValidateBy(
    {
      name: 'plainText',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || isPlainText(value, lines),
        defaultMessage: () =>
          'must not hold control characters, zero-width characters or ones that turn the direction of writing',
      },
    },
    options,
  );
  return (target, key) => {
    length(target, key);
    plain(target, key);
  };
};

/** Something is written there, not only spaces. */
export const NotBlank = (): PropertyDecorator =>
  ValidateBy({
    name: 'isNotEmpty',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || value.trim() !== '',
      defaultMessage: () => 'must not be empty',
    },
  });

const day = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export const isCalendarDay = (text: string): boolean =>
  day.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** `YYYY-MM-DD`, a day that exists. */
export const CalendarDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'calendarDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isCalendarDay(value),
      defaultMessage: () => 'must be a day of the calendar, YYYY-MM-DD',
    },
  });

/** The day in China on which an instant falls, `YYYY-MM-DD`. */
export const chinaDay = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** An instant as people in China write it: `2027-03-01 17:00:00`. */
export const chinaTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

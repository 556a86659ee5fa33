import { Transform } from 'class-transformer';

/** A text without the blanks around it, so that a name of blanks is no name. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

import { ValidateIf } from 'class-validator';

/** May be left out, but not null: `@IsOptional()` would let null through to a column that has none. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

import { ValidateIf } from 'class-validator';

/** A field of an edit that may be left out, but not be null. */
export const WhenGiven = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

import { v7 } from 'uuid';

/** A new UUIDv7: made in the app (PostgreSQL 15 to 18), ordered by time, so that keys grow at the end of an index. */
export const newId = (): string => v7();

/** `event_id` of rows that belong to no event. */
export const nilId = '00000000-0000-0000-0000-000000000000';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a UUID (of any version). */
export const isId = (text: string): boolean => uuidPattern.test(text);

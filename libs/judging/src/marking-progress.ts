/** The live channel on which a change of an event's marking progress is said; what it is, people read by query. */
export const progressChannel = (eventId: string): string => `progress:${eventId}`;

/** The live channel of one form: tablets that show it ask for what changed. */
export const formChannel = (eventId: string, formId: string): string => `form:${eventId}:${formId}`;

/** The live channel on which a change of an event's marking progress is said; what it is, people read by query. */
export const progressChannel = (eventId: string): string => `progress:${eventId}`;

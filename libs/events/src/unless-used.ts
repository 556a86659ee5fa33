import { Refused } from '@luban/platform';
import { type EntityManager, QueryFailedError } from 'typeorm';

/** PostgreSQL: a foreign key of another row still points here. */
const foreignKeyViolation = '23503';

/**
 * Deletes unless somebody relies on it: whatever later rooms hold points here with a real foreign key, so the database
 * itself is asked, under a savepoint. Throws `Refused` `events.in-use` with the thing's name.
 */
export async function deleteUnlessUsed(
  tx: EntityManager,
  name: string,
  remove: (tx: EntityManager) => Promise<unknown>,
): Promise<void> {
  try {
    await tx.transaction(remove);
  } catch (error) {
    const isUsed =
      error instanceof QueryFailedError &&
      (error.driverError as { code?: unknown }).code === foreignKeyViolation;
    throw isUsed ? new Refused('events.in-use', { name }) : error;
  }
}

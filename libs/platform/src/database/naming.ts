import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** `markHundredths` → `mark_hundredths`, `CompetitionEvent` → `competition_event`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/**
 * Tables and columns in snake case; constraints and indexes named as PostgreSQL itself names them (`entry_skill_id_fk`,
 * `account_login_key`), so that an error message and a hand-written migration can be read.
 */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className);
  }

  override columnName(property: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snakeCase), customName ?? snakeCase(property)].join('_');
  }

  override joinColumnName(relation: string, referencedColumn: string): string {
    return snakeCase(`${relation}_${referencedColumn}`);
  }

  override primaryKeyName(table: Table | string): string {
    return named(table, [], 'pkey');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return named(table, columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return named(table, columns, 'fk');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return named(table, columns, 'idx');
  }
}

/** PostgreSQL cuts names at 63 bytes; a cut name ends in a digest so that it stays unique. */
function named(table: Table | string, columns: string[], kind: string): string {
  const tableName = (typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '';
  const name = [tableName, ...columns, kind].join('_');
  if (name.length <= 63) return name;
  const digest = createHash('sha1').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, 63 - kind.length - 10)}_${digest}_${kind}`;
}

import * as approvals from '@luban/approvals';
import * as audit from '@luban/audit';
import * as awards from '@luban/awards';
import * as catalogue from '@luban/catalogue';
import * as events from '@luban/events';
import * as identity from '@luban/identity';
import * as insight from '@luban/insight';
import * as judging from '@luban/judging';
import * as notices from '@luban/notices';
import * as platform from '@luban/platform';
import * as registration from '@luban/registration';
import * as results from '@luban/results';
import * as rules from '@luban/rules';
import { getMetadataArgsStorage } from 'typeorm';

/** The libs that own tables. */
const libs = [
  platform,
  audit,
  identity,
  catalogue,
  notices,
  rules,
  events,
  approvals,
  registration,
  judging,
  results,
  awards,
  insight,
];

/** Every entity of the house: what a lib exports and TypeORM knows as a table. */
export const entities: readonly platform.EntityClass[] = libs.flatMap((lib) =>
  Object.values(lib).filter(isEntity),
);

function isEntity(exported: unknown): exported is platform.EntityClass {
  return getMetadataArgsStorage().tables.some((table) => table.target === exported);
}

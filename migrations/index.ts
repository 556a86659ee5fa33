import type { MigrationClass } from '@luban/platform';
import { Platform0001 } from './0001-platform.js';
import { Audit0002 } from './0002-audit.js';
import { Identity0003 } from './0003-identity.js';
import { Events0004 } from './0004-events.js';
import { Registration0005 } from './0005-registration.js';
import { Judging0006 } from './0006-judging.js';
import { Results0007 } from './0007-results.js';
import { Awards0008 } from './0008-awards.js';
import { Authorities0009 } from './0009-authorities.js';
import { Catalogue0010 } from './0010-catalogue.js';
import { Notices0011 } from './0011-notices.js';
import { Rules0012 } from './0012-rules.js';
import { Approvals0013 } from './0013-approvals.js';
import { Insight0014 } from './0014-insight.js';

/** Every change of the schema, in order: named one by one, so that build, tests and bundles see the same list. */
export const migrations: readonly MigrationClass[] = [
  Platform0001,
  Audit0002,
  Identity0003,
  Events0004,
  Registration0005,
  Judging0006,
  Results0007,
  Awards0008,
  Authorities0009,
  Catalogue0010,
  Notices0011,
  Rules0012,
  Approvals0013,
  Insight0014,
];

export { entities } from './entities.js';

import type { PlanVersion } from './annual-plan.entity.js';
import { checkCodeOf } from './application-statement.js';
import type { DraftItem } from './plan-differences.js';
import type { PlanPlace } from './plan-lines.js';

/**
 * The check code 核对码 of a version, `K7QD-2M9X`: a digest of all that its notice says – kind, title, addressees, note,
 * number, signer, date, and every line with its number. It is printed on the copy to be stamped; a scan counts only
 * while the code is still the one it was attached under.
 */
export const planCodeOf = (
  { level, divisionCode, planYear }: PlanPlace,
  version: PlanVersion,
  items: readonly DraftItem[],
): string =>
  checkCodeOf({
    ...{ level, divisionCode, planYear, number: version.number, kind: version.kind },
    ...{ title: version.title, addressees: version.addressees, note: version.correctionNote },
    documentNumber: version.documentNumber,
    signer: version.signer,
    signedOn: version.signedOn,
    lines: items
      .map(({ class: of, number, officialName, hosts, occupations, change, note }) =>
        [of, number, officialName, hosts, occupations, change, note].map((part) => part ?? ''),
      )
      .sort(([classA, a], [classB, b]) =>
        classA === classB ? Number(a) - Number(b) : String(classA) < String(classB) ? -1 : 1,
      ),
  });

import { useEvent } from '../frame/event.js';
import { ClausePopover } from '../parts/clause.js';
import type { Quotas } from './types.js';
import { useRegistrationText } from './words.js';

/** How many places there are and how many are taken, where a number is set. */
export function PlacesNote(props: {
  quotas: Quotas;
  delegationId: string | undefined;
  skillId: string;
  groupId: string | undefined;
}) {
  const t = useRegistrationText();
  const { quotas, delegationId, skillId, groupId } = props;
  if (!delegationId || !groupId) return null;
  const numbers = [groupId, null].flatMap((group) => {
    const cells = quotas.cells.filter((cell) => cell.skillId === skillId && cell.groupId === group);
    const cell =
      cells.find((one) => one.delegationId === delegationId) ??
      cells.find((one) => one.delegationId === null);
    if (!cell || cell.places === null) return [];
    const used = quotas.used
      .filter(
        (use) =>
          use.delegationId === delegationId &&
          use.skillId === skillId &&
          (group === null || use.groupId === group),
      )
      .reduce((sum, { entries }) => sum + entries, 0);
    return [{ places: cell.places, used }];
  });
  const [tightest] = numbers.sort((a, b) => a.places - a.used - (b.places - b.used));
  if (!tightest) return <>{t('entry.noPlaces')}</>;
  return (
    <span className={tightest.used >= tightest.places ? 'deadline-near' : ''}>
      {t('entry.placesLeft', { places: tightest.places, used: tightest.used })}
      {tightest.used >= tightest.places ? ` · ${t('entry.noneLeft')}` : ''}
    </span>
  );
}

/** The skill's age limit with how it is counted, where there is one. */
export function AgeNote({ ageYearsMax }: { ageYearsMax: number | null }) {
  const t = useRegistrationText();
  const event = useEvent();
  if (ageYearsMax === null) return null;
  const earliest = `${event.heldYear - ageYearsMax}-01-01`;
  const name = t('entry.ageLimit', { max: ageYearsMax, heldYear: event.heldYear, earliest });
  return (
    <>
      {' · '}
      <ClausePopover
        clause={{ name, text: t('entry.ageClause'), source: t('entry.ageSource'), verified: false }}
      >
        {name}
      </ClausePopover>
    </>
  );
}

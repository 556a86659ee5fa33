import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { EntrySelect, type EntryChoice, type PickerProps } from './entry-select.js';
import { useCatalogueText } from './words.js';

export type OrganisationChoice = Schemas['OrganisationChoiceDto'];

/** Chooses an organisation by name, short name or pinyin initials; the value is its id. Usable inside `Form.Item`. */
export function OrganisationPicker(
  props: PickerProps & {
    value?: string | null;
    onChange?: (id: string | null) => void;
    onEntry?: (entry: OrganisationChoice | null) => void;
    /** Names already at hand, so that they need not be asked for. */
    known?: readonly { id: string; name: string }[];
    /** Given: a name that is not registered may be given. */
    onTyped?: (name: string) => void;
  },
) {
  const { value, onChange, onEntry, known = [], onTyped, ...rest } = props;
  const t = useCatalogueText();
  const given = known.find(({ id }) => id === value);
  const asked = useQuery({
    ...got('/api/v1/catalogue/organisations', { params: { query: { id: value ?? '', limit: 1 } } }),
    enabled: Boolean(value) && !given,
    staleTime: 600_000,
  });
  const chosen = given ?? asked.data?.items.find(({ id }) => id === value);
  return (
    <EntrySelect<OrganisationChoice>
      {...rest}
      chosen={value ? { key: value, label: chosen?.name ?? '…' } : null}
      searchKey={['organisations']}
      search={searchOrganisations}
      hint={t('pick.organisation')}
      onPick={(entry) => {
        onChange?.(entry?.id ?? null);
        onEntry?.(entry);
      }}
      {...(onTyped ? { onTyped } : {})}
    />
  );
}

async function searchOrganisations(q: string): Promise<EntryChoice<OrganisationChoice>[]> {
  const query = { limit: 20, ...(q === '' ? {} : { q }) };
  const { items } = await take(api.GET('/api/v1/catalogue/organisations', { params: { query } }));
  return items.map((entry) => ({
    key: entry.id,
    label: entry.name,
    name: entry.name,
    note: [entry.shortName, entry.divisionName, entry.nameEn].filter(Boolean).join(' · '),
    entry,
  }));
}

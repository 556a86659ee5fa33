import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { EntrySelect, type EntryChoice, type PickerProps } from './entry-select.js';
import { catalogueWords, useCatalogueText } from './words.js';

export type Occupation = Schemas['OccupationDto'];

/** An occupation of the classification, or (code and edition null) a name that is not in it. */
export interface PickedOccupation {
  edition: string | null;
  code: string | null;
  name: string;
}

/**
 * Chooses an occupation 职业 by code, name or pinyin initials. Usable inside `Form.Item`; `onEntry` also gives what the
 * catalogue knows of it (national standard, strategic field, new occupation).
 */
export function OccupationPicker(
  props: PickerProps & {
    value?: PickedOccupation | null;
    onChange?: (picked: PickedOccupation | null) => void;
    onEntry?: (entry: Occupation | null) => void;
    /** Whether a name that is not in the catalogue may be given: yes, unless told. */
    freeText?: boolean;
    edition?: string;
  },
) {
  const { value, onChange, onEntry, freeText = true, edition, ...rest } = props;
  const t = useCatalogueText();
  return (
    <EntrySelect<Occupation>
      {...rest}
      chosen={value ? { key: value.code ?? `name:${value.name}`, label: occupationLabel(value) } : null}
      searchKey={['occupations', edition ?? '']}
      search={(typed) => searchOccupations(typed, edition)}
      hint={t('pick.occupation')}
      onPick={(entry) => {
        onChange?.(entry && { edition: entry.edition, code: entry.code, name: entry.name });
        onEntry?.(entry);
      }}
      {...(freeText
        ? {
            onTyped: (name: string) => {
              onChange?.({ edition: null, code: null, name });
              onEntry?.(null);
            },
          }
        : {})}
    />
  );
}

/** As `OccupationPicker`, for fields that keep the code alone. */
export function OccupationCodePicker(
  props: PickerProps & {
    value?: string | null;
    onChange?: (code: string | null) => void;
    onEntry?: (entry: Occupation | null) => void;
  },
) {
  const { value, onChange, onEntry, ...rest } = props;
  const t = useCatalogueText();
  const plain = value?.replace(/\s*(L\/S|L|S)$/, '') ?? '';
  const known = useQuery({
    ...got('/api/v1/catalogue/occupations', { params: { query: { q: plain, limit: 1, level: 'all' } } }),
    enabled: plain !== '',
    staleTime: 600_000,
  });
  const entry = known.data?.items.find(({ code }) => code === plain);
  return (
    <EntrySelect<Occupation>
      {...rest}
      chosen={
        value ? { key: value, label: entry ? occupationLabel({ ...entry, code: value }) : value } : null
      }
      searchKey={['occupations', '']}
      search={(typed) => searchOccupations(typed)}
      hint={t('pick.occupation')}
      onPick={(picked) => {
        onChange?.(picked?.code ?? null);
        onEntry?.(picked);
      }}
    />
  );
}

const occupationLabel = ({ code, name }: { code: string | null; name: string }): string =>
  code ? `${name} ${code}` : name;

async function searchOccupations(q: string, edition?: string): Promise<EntryChoice<Occupation>[]> {
  if (q === '') return [];
  const { items } = await take(
    api.GET('/api/v1/catalogue/occupations', {
      params: { query: { q, limit: 20, ...(edition ? { edition } : {}) } },
    }),
  );
  return items.map((entry) => ({
    key: entry.code,
    label: occupationLabel(entry),
    name: entry.name,
    code: entry.code,
    note: [entry.parentName, ...occupationTags(entry)].filter(Boolean).join(' · '),
    entry,
  }));
}

/** What is special about an occupation, in words. */
export function occupationTags(entry: Occupation): string[] {
  const text = catalogueWords.text;
  return [
    ...(entry.isNew ? [text('tag.isNew')] : []),
    ...(entry.strategic ? [text('tag.strategic')] : []),
    ...(entry.mark?.includes('L') ? [text('tag.green')] : []),
    ...(entry.mark?.includes('S') ? [text('tag.digital')] : []),
  ];
}

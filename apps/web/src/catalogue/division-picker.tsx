import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { EntrySelect, type EntryChoice, type PickerProps } from './entry-select.js';
import { useCatalogueText } from './words.js';

export type Division = Schemas['DivisionDto'];

/**
 * Chooses a province, city or county; the value is its six-digit code. `level` narrows it to one of them, `under` to
 * what lies in an area. Usable inside `Form.Item`.
 */
export function DivisionPicker(
  props: PickerProps & {
    value?: string | null;
    onChange?: (code: string | null) => void;
    level?: Division['level'];
    /** A six-digit code. */
    under?: string;
  },
) {
  const { value, onChange, level, under, ...rest } = props;
  const t = useCatalogueText();
  const known = useQuery({
    ...got('/api/v1/catalogue/divisions', {
      params: { query: { q: value ?? '', limit: 1, headings: true } },
    }),
    enabled: Boolean(value),
    staleTime: 600_000,
  });
  const entry = known.data?.items.find(({ code }) => code === value);
  const search = async (q: string): Promise<EntryChoice<Division>[]> => {
    const narrowed = { ...(level ? { level } : {}), ...(under ? { under } : {}) };
    // Before anything is typed: the provinces, or what the narrowing leaves.
    const query =
      q === ''
        ? { ...(level || under ? narrowed : { level: 'province' as const }), limit: 50 }
        : { ...narrowed, q, limit: 20 };
    const { items } = await take(api.GET('/api/v1/catalogue/divisions', { params: { query } }));
    return items.map((found) => ({
      key: found.code,
      label: divisionLabel(found),
      name: found.name,
      code: found.code,
      note: found.within,
      entry: found,
    }));
  };
  return (
    <EntrySelect<Division>
      {...rest}
      chosen={value ? { key: value, label: entry ? divisionLabel(entry) : value } : null}
      searchKey={['divisions', level ?? '', under ?? '']}
      search={search}
      hint={t('pick.division')}
      onPick={(picked) => onChange?.(picked?.code ?? null)}
    />
  );
}

const divisionLabel = ({ within, name }: Division): string => [within, name].filter(Boolean).join(' ');

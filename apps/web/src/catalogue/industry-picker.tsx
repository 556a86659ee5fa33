import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { EntrySelect, type EntryChoice, type PickerProps } from './entry-select.js';
import { useCatalogueText } from './words.js';

type Industry = Schemas['IndustryDto'];

/** Chooses an industry of GB/T 4754; the value is its code (`C34`). Usable inside `Form.Item`. */
export function IndustryPicker(
  props: PickerProps & { value?: string | null; onChange?: (code: string | null) => void },
) {
  const { value, onChange, ...rest } = props;
  const t = useCatalogueText();
  const known = useQuery({
    ...got('/api/v1/catalogue/industries', { params: { query: { q: value ?? '', limit: 1 } } }),
    enabled: Boolean(value),
    staleTime: 600_000,
  });
  const entry = known.data?.items.find(({ code }) => code === value);
  return (
    <EntrySelect<Industry>
      {...rest}
      chosen={value ? { key: value, label: entry ? `${entry.name} ${value}` : value } : null}
      searchKey={['industries']}
      search={searchIndustries}
      hint={t('pick.industry')}
      onPick={(picked) => onChange?.(picked?.code ?? null)}
    />
  );
}

async function searchIndustries(q: string): Promise<EntryChoice<Industry>[]> {
  const query = q === '' ? { level: '1' as const, limit: 20 } : { q, limit: 20 };
  const { items } = await take(api.GET('/api/v1/catalogue/industries', { params: { query } }));
  return items.map((entry) => ({
    key: entry.code,
    label: `${entry.name} ${entry.code}`,
    name: entry.name,
    code: entry.code,
    note: entry.parentName,
    entry,
  }));
}

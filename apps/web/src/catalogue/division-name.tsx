import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import { useCatalogueText } from './words.js';

/** A place in words by its six-digit code: 浙江省 杭州市; 000000 is the whole country. The code itself where it is unknown. */
export function DivisionName({ code }: { code: string | null }) {
  const t = useCatalogueText();
  const country = code === '000000';
  const found = useQuery({
    ...got('/api/v1/catalogue/divisions', {
      params: { query: { q: code ?? '', limit: 1, headings: true, retired: true } },
    }),
    enabled: code !== null && !country,
    staleTime: 600_000,
  });
  if (code === null) return null;
  if (country) return t('pick.country');
  const place = found.data?.items.find((one) => one.code === code);
  return place ? [place.within, place.name].filter(Boolean).join(' ') : code;
}

import type { Kind } from './kinds.js';
import type { useCatalogueText } from './words.js';

/** A column that an import reads, as its page explains it. */
export interface ImportColumn {
  title: string;
  needed: boolean;
  note?: string;
}

/** The columns of a list's import. The headings are those that the reader of lists knows. */
export function columnsOf(kind: Kind, t: ReturnType<typeof useCatalogueText>): ImportColumn[] {
  const needed = (title: string, note?: string): ImportColumn => ({
    ...{ title, needed: true },
    ...(note ? { note } : {}),
  });
  const also = (title: string, note?: string): ImportColumn => ({
    ...{ title, needed: false },
    ...(note ? { note } : {}),
  });
  const yesNo = `${t('yes')} / ${t('no')}`;
  if (kind === 'organisations')
    return [
      needed(t('field.name')),
      needed(t('field.kind'), Object.values(kindWords(t)).join('、')),
      also(t('field.shortName')),
      also(t('field.nameEn')),
      also(t('field.divisionCode'), '330106'),
      also(t('field.industryCode'), 'C34'),
    ];
  const example = { occupations: '6-18-02-04', industries: 'C3421', divisions: '330106' }[kind];
  const coded = [needed(t('field.code'), example), needed(t('field.name')), also(t('field.parentCode'))];
  if (kind === 'industries') return coded;
  if (kind === 'divisions') return [...coded, also(t('field.shortName'))];
  return [
    ...coded,
    also(t('field.mark'), 'L / S / L/S'),
    also(t('field.standardExists'), yesNo),
    also(t('field.standardTopLevel'), [5, 4, 3, 2, 1].map((level) => levelText(t, level)).join('、')),
    also(t('field.strategic'), yesNo),
    also(t('field.isNew'), yesNo),
    also(t('field.gbmCode')),
  ];
}

type Text = ReturnType<typeof useCatalogueText>;

const kindWords = (t: Text): string[] => [
  t('organisationKinds.ministry'),
  t('organisationKinds.bureau'),
  t('organisationKinds.association'),
  t('organisationKinds.centralEnterprise'),
  t('organisationKinds.massOrganisation'),
  t('organisationKinds.enterprise'),
  t('organisationKinds.school'),
  t('organisationKinds.other'),
];

const levelText = (t: Text, level: number): string => t(`skillLevel.l${level}` as 'skillLevel.l1');

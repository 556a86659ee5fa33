import { useMemo } from 'react';
import type { Column } from '../parts/data-table.js';
import { StateTag } from '../parts/state-tag.js';
import type { Entry } from './entries.js';
import { fieldValue, levelWord, type CodedKind, type Kind } from './kinds.js';
import { useCatalogueText } from './words.js';

/**
 * The columns of a list. Their headings and values are those that an import reads, so that what is exported can be
 * corrected in Excel and brought back.
 */
export function useEntryColumns(kind: Kind): Column<Entry>[] {
  const t = useCatalogueText();
  return useMemo(() => {
    const of = (field: string) => (entry: Entry) => {
      const value = entry.more[field] ?? null;
      return fieldValue(kind, field, value === null ? null : String(value));
    };
    const more = (key: Parameters<typeof columnTitle>[1], width: number, hidden = false): Column<Entry> => ({
      ...{ key, title: columnTitle(t, key), value: of(key), width, hidden },
    });
    const yesNo = (key: 'standardExists' | 'strategic' | 'isNew', width: number): Column<Entry> => ({
      ...more(key, width),
      filter: {
        options: [
          { value: t('yes'), text: t('yes') },
          { value: t('no'), text: t('no') },
          ...(key === 'standardExists' ? [{ value: '', text: t('unknown') }] : []),
        ],
        of: (entry) => of(key)(entry) ?? '',
      },
    });
    const name: Column<Entry> = {
      key: 'name',
      title: t('field.name'),
      value: (entry) => entry.name,
      width: kind === 'occupations' ? 220 : 260,
    };
    if (kind === 'organisations')
      return [
        name,
        more('shortName', 120),
        more('nameEn', 200),
        {
          ...more('kind', 120),
          filter: {
            options: organisationKinds.map((value) => {
              const text = t(`organisationKinds.${value}`);
              return { value: text, text };
            }),
          },
        },
        more('divisionCode', 120),
        more('divisionName', 120),
        more('industryCode', 100),
      ];
    const coded: Column<Entry>[] = [
      { key: 'code', title: t('field.code'), value: (entry) => entry.code, width: 120 },
      name,
      levelColumn(kind, t('field.level')),
      {
        ...{ key: 'parentCode', title: t('field.parentCode'), width: 110, hidden: kind === 'occupations' },
        value: (entry) => entry.parentCode,
      },
    ];
    const sound: Column<Entry>[] = [
      { key: 'initials', title: t('field.initials'), value: (entry) => entry.initials, hidden: true },
      { key: 'pinyin', title: t('field.pinyin'), value: (entry) => entry.pinyin, hidden: true },
      {
        key: 'retired',
        title: t('field.retired'),
        value: (entry) => (entry.retired ? t('retired') : t('inForce')),
        render: (entry) =>
          entry.retired ? (
            <StateTag look="ended">{t('retired')}</StateTag>
          ) : (
            <span className="quiet">{t('inForce')}</span>
          ),
        hidden: true,
      },
    ];
    if (kind === 'divisions') return [...coded, more('shortName', 90), more('within', 160), ...sound];
    if (kind === 'industries') return [...coded, more('parentName', 220), ...sound];
    return [
      ...coded,
      more('parentName', 190),
      more('mark', 80),
      yesNo('standardExists', 160),
      more('standardTopLevel', 130),
      yesNo('strategic', 130),
      yesNo('isNew', 100),
      more('gbmCode', 100, true),
      ...sound,
    ];
  }, [kind, t]);
}

const organisationKinds = [
  'ministry',
  'bureau',
  'association',
  'centralEnterprise',
  'massOrganisation',
  'enterprise',
  'school',
  'other',
] as const;

type Text = ReturnType<typeof useCatalogueText>;
const columnTitle = (
  t: Text,
  key:
    | 'parentName'
    | 'mark'
    | 'gbmCode'
    | 'standardExists'
    | 'standardTopLevel'
    | 'strategic'
    | 'isNew'
    | 'shortName'
    | 'within'
    | 'nameEn'
    | 'kind'
    | 'divisionCode'
    | 'divisionName'
    | 'industryCode',
): string => t(`field.${key}`);

function levelColumn(kind: CodedKind, title: string): Column<Entry> {
  return { key: 'level', title, value: (entry) => levelWord(kind, entry.level), width: 105 };
}

import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Figure } from './parts/figure.js';
import { type PlaceTile, Tiles } from './parts/tiles.js';
import { useInsightText } from './words.js';
import { contestsPath, type YearInsight } from './year-scope.js';

type Place = YearInsight['places']['items'][number];

/** The name of a place, or what stands for having none. */
export function usePlaceName(): (place: Pick<Place, 'divisionCode' | 'name' | 'nameEn'>) => string {
  const t = useInsightText();
  const language = useLanguage();
  return ({ divisionCode, name, nameEn }) =>
    divisionCode === 'none'
      ? t('none')
      : divisionCode === 'outside'
        ? t('outside')
        : (language === 'en' && nameEn) || name || divisionCode;
}

/** 地区分布: provinces as tiles (not a drawn map), a province's cities or a city's counties in a row. */
export function PlacesFigure({ year }: { year: YearInsight }) {
  const t = useInsightText();
  const nameOf = usePlaceName();
  const language = useLanguage();
  const [by, setBy] = useState<'byFinal' | 'byApplicant'>('byFinal');
  const filter = by === 'byFinal' ? 'place' : 'applicant';
  const { items, unit } = year.places;
  const known = items.filter(({ divisionCode }) => /^\d/.test(divisionCode));
  const rest = items.filter((place) => !known.includes(place) && place[by].applications > 0);
  const tileOf = (place: Place): PlaceTile => {
    const name = nameOf(place);
    const { granted, applications } = place[by];
    return {
      key: place.divisionCode,
      label: (language === 'en' && place.shortNameEn) || place.shortName || name,
      name,
      row: place.row,
      column: place.column,
      value: place.counted ? granted : null,
      said: place.counted
        ? t('places.tile', { place: name, granted, applications })
        : `${name}：${t('places.notCounted')}`,
      ...(applications > 0
        ? {
            to: contestsPath(year, {
              [filter]: place.divisionCode,
              ...(granted > 0 ? { stage: 'granted' } : {}),
            }),
          }
        : {}),
    };
  };
  return (
    <Figure
      title={`${t('places.title')} · ${t(`places.${unit}`)}`}
      note={year.notes.places}
      actions={
        <Segmented
          size="small"
          aria-label={t('places.by')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'byFinal', label: t('places.byFinal') },
            { value: 'byApplicant', label: t('places.byApplicant') },
          ]}
        />
      }
      table={{
        columns: [
          t('places.place'),
          `${t('places.byFinal')} · ${t('key.applications')}`,
          `${t('places.byFinal')} · ${t('key.granted')}`,
          `${t('places.byApplicant')} · ${t('key.applications')}`,
          `${t('places.byApplicant')} · ${t('key.granted')}`,
        ],
        rows: items
          .filter(({ counted }) => counted)
          .map((place) => {
            const at = place.divisionCode;
            return {
              key: at,
              name: nameOf(place),
              cells: [
                { value: place.byFinal.applications, to: contestsPath(year, { place: at }) },
                { value: place.byFinal.granted, to: contestsPath(year, { place: at, stage: 'granted' }) },
                { value: place.byApplicant.applications, to: contestsPath(year, { applicant: at }) },
                {
                  value: place.byApplicant.granted,
                  to: contestsPath(year, { applicant: at, stage: 'granted' }),
                },
              ],
            };
          }),
      }}
    >
      <Tiles tiles={known.map(tileOf)} few={t('places.few')} many={t('places.many')} />
      {rest.length > 0 ? (
        <p className="tiles-rest figures">
          {t('places.rest')}
          {rest.map((place) => {
            const { to, said, name, value } = tileOf(place);
            return to ? (
              <Link key={place.divisionCode} to={to} aria-label={said}>
                {`${name} ${value ?? 0}`}
              </Link>
            ) : null;
          })}
        </p>
      ) : null}
    </Figure>
  );
}

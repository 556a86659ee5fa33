import type { ReactNode } from 'react';
import { sectionOfField, type Section } from './looks.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** A section with its heading and what was marked in it. */
export function Part({
  id,
  application,
  children,
}: {
  id: Section;
  application: Application;
  children: ReactNode;
}) {
  const t = useApplicationsText();
  const marks = application.markedFields.filter(({ field }) => sectionOfField(field) === id);
  return (
    <section className="application-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{t(`section.${id}`)}</h2>
      {marks.map(({ field, remark }) => (
        <p key={field} className="marked">
          {t('returned.remark', { remark })}
        </p>
      ))}
      {children}
    </section>
  );
}

/** Label and value; what has not been stated is said to be. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  const t = useApplicationsText();
  return (
    <dl className="application-facts">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="quiet">{t('unstated')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with its lines as they were written. */
export const text = (value: string | undefined): ReactNode =>
  value ? <span className="as-written">{value}</span> : null;

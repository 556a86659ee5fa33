import type { ReactNode } from 'react';
import { sectionOfField, type Section } from './looks.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** One part of the form, with what was marked in it when the application was returned. */
export function SectionPanel({
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
    <section className="panel" id={id} aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{t(`section.${id}`)}</h2>
      {marks.map(({ field, remark }) => (
        <p key={field} className="marked" role="note">
          {t('returned.remark', { remark })}
        </p>
      ))}
      {children}
    </section>
  );
}

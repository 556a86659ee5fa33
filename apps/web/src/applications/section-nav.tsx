import { useEffect, useState } from 'react';
import { StateShape, type StateLook } from '../parts/state-tag.js';
import { sectionOfCheck, sectionOfField, sections, type Section } from './looks.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** The way through the form: each part with the worst that was found in it. */
export function SectionNav({ application }: { application: Application }) {
  const t = useApplicationsText();
  const at = useSectionInView();
  return (
    <nav className="application-nav" aria-label={t('sections')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <a href={`#${section}`} aria-current={at === section ? 'true' : undefined}>
              <StateShape look={lookOf(application, section)} />
              {t(`section.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function lookOf(application: Application, section: Section): StateLook {
  if (application.missing.some(({ field }) => sectionOfField(field) === section)) return 'blocking';
  if (application.markedFields.some(({ field }) => sectionOfField(field) === section)) return 'warning';
  if (section === 'stamp') {
    const scans = application.documents.filter(({ kind }) => kind === 'stampedForm');
    if (scans.some(({ state }) => state === 'current')) return 'passed';
    return scans.length > 0 ? 'warning' : 'waiting';
  }
  const found = application.findings
    .filter(({ check }) => sectionOfCheck(check) === section)
    .map(({ severity }) => severity);
  return (
    (['blocking', 'warning', 'unknown', 'passed'] as const).find((one) => found.includes(one)) ?? 'waiting'
  );
}

/** The part of the form that stands at the top of the window. */
function useSectionInView(): Section {
  const [at, setAt] = useState<Section>('basics');
  useEffect(() => {
    const look = () => {
      const passed = sections.filter((id) => {
        const place = document.getElementById(id);
        return place !== null && place.getBoundingClientRect().top < 160;
      });
      setAt(passed.at(-1) ?? 'basics');
    };
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  return at;
}

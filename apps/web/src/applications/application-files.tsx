import { Icon } from '../look/icons.js';
import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { fileHref, fileSize, useApplicationNames } from './application-names.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** The documents of an application as a table, each to download. `actions`: what may be done with one. */
export function ApplicationDocuments({
  application,
  actions,
}: {
  application: Application;
  actions?: (document: Application['documents'][number]) => React.ReactNode;
}) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const times = useTimes();
  if (application.documents.length === 0) return <p className="quiet">{t('document.none')}</p>;
  return (
    <table className="application-table">
      <thead>
        <tr>
          <th>{t('document.kind')}</th>
          <th>{t('document.file')}</th>
          <th className="figures">{t('document.size')}</th>
          <th>{t('document.uploaded')}</th>
          {actions ? <th aria-label={t('remove')} /> : null}
        </tr>
      </thead>
      <tbody>
        {application.documents.map((document) => (
          <tr key={document.id}>
            <td>
              {names.documentOf(document.kind)}
              {document.occupationName ? <div className="quiet">{document.occupationName}</div> : null}
            </td>
            <td>
              <a
                className="file-link"
                href={fileHref(application.id, document.id)}
                download={document.fileName}
                title={t('document.download')}
              >
                <Icon name="export" /> {document.fileName}
              </a>
              <div className="quiet file-notes">
                {document.kind === 'stampedForm' ? (
                  <StateTag look={document.state === 'current' ? 'passed' : 'warning'} quiet>
                    <span className="figures">{document.pageCode}</span>{' '}
                    {t(document.state === 'current' ? 'document.current' : 'document.outdated')}
                  </StateTag>
                ) : null}
                {document.submitted ? <span>{t('document.submitted')}</span> : null}
              </div>
            </td>
            <td className="figures">{fileSize(document.sizeBytes)}</td>
            <td>
              <time dateTime={document.uploadedAt}>{times.show(document.uploadedAt)}</time>
            </td>
            {actions ? <td>{actions(document)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

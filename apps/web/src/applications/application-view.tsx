import { Button } from 'antd';
import { Icon } from '../look/icons.js';
import { GrantCard } from '../plans/grant-card.js';
import { ApplicantReviewSections } from '../review/applicant-sections.js';
import { formHref } from './application-names.js';
import { ApplicationDocument } from './application-document.js';
import { ApplicationHeader } from './application-header.js';
import { ApplicationHistory } from './application-history.js';
import { CopyButton } from './copy-button.js';
import { FindingsSide } from './findings-side.js';
import { SubmissionRecords } from './submission-records.js';
import type { Application } from './types.js';
import { WithdrawButton } from './withdraw-button.js';
import { useApplicationsText } from './words.js';

/** An application that is with the authority or decided: the document, its findings, its history. */
export function ApplicationView({ application }: { application: Application }) {
  const t = useApplicationsText();
  const applies = application.roles.includes('applicant');
  return (
    <>
      <ApplicationHeader
        application={application}
        clock={null}
        actions={
          <>
            <Button icon={<Icon name="print" />} href={formHref(application.id)}>
              {t('stamp.print')}
            </Button>
            {application.actions.includes('withdraw') ? <WithdrawButton application={application} /> : null}
            {applies ? <CopyButton application={application} /> : null}
          </>
        }
      />
      <div className="application-page">
        <div className="application-main">
          <GrantCard applicationId={application.id} />
          {applies ? <ApplicantReviewSections application={application} /> : null}
          <section className="panel">
            <ApplicationDocument application={application} records={false} />
          </section>
          <section className="panel">
            <h2>{t('section.submissions')}</h2>
            <SubmissionRecords application={application} />
          </section>
        </div>
        <FindingsSide
          application={application}
          foot={
            <section className="panel">
              <h2>{t('section.steps')}</h2>
              <ApplicationHistory steps={application.steps} />
            </section>
          }
        />
      </div>
    </>
  );
}

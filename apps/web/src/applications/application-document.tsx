import { useApplicationNames } from './application-names.js';
import { ApplicationDocuments } from './application-files.js';
import { ApplicationHistory } from './application-history.js';
import { Facts, Part, text } from './document-part.js';
import { SubmissionRecords } from './submission-records.js';
import type { Application } from './types.js';
import { UntouchedMarks } from './untouched-marks.js';
import { useApplicationsText } from './words.js';
import './applications.css';

/**
 * The application as a document: everything that is stated, its documents, its submissions and its history; read only.
 * What was marked on a return stands at its section.
 */
export function ApplicationDocument({
  application,
  records = true,
}: {
  application: Application;
  /** Submissions and history below; a desk that shows them elsewhere leaves them out. */
  records?: boolean;
}) {
  const t = useApplicationsText();
  return (
    <article className="application-document">
      <UntouchedMarks application={application} />
      <Basics application={application} />
      <Parties application={application} />
      <Occupations application={application} />
      <Contest application={application} />
      <Means application={application} />
      <Earlier application={application} />
      <Part id="documents" application={application}>
        <ApplicationDocuments application={application} />
      </Part>
      {records ? (
        <>
          <section className="application-part" aria-labelledby="submissions">
            <h2 id="submissions">{t('section.submissions')}</h2>
            <SubmissionRecords application={application} />
          </section>
          <section className="application-part" aria-labelledby="steps">
            <h2 id="steps">{t('section.steps')}</h2>
            <ApplicationHistory steps={application.steps} />
          </section>
        </>
      ) : null}
    </article>
  );
}

function Basics({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const { contact, purpose, venue } = application.content;
  return (
    <Part id="basics" application={application}>
      <Facts
        rows={[
          [t('field.name'), application.name],
          [t('field.edition'), application.edition],
          [t('field.official'), application.officialName],
          [t('field.level'), names.areaOf(application)],
          [t('field.class'), names.classOf(application.class)],
          [
            t('field.planYear'),
            application.planYear === application.heldYear
              ? String(application.planYear)
              : `${application.planYear} (${t('field.heldYear')} ${application.heldYear})`,
          ],
          [
            t('field.industry'),
            [application.industryName, application.industryCode].filter(Boolean).join(' ') || null,
          ],
          [t('field.finalDates'), names.span(application.finalFrom, application.finalTo)],
          [
            t('field.place'),
            [application.placeName, venue?.address].filter(Boolean).join(' · ') || venue?.city || null,
          ],
          [
            t('field.contact'),
            [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(' · ') || null,
          ],
          [t('field.purpose'), text(purpose)],
        ]}
      />
    </Part>
  );
}

function Parties({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  return (
    <Part id="parties" application={application}>
      <table className="application-table">
        <thead>
          <tr>
            <th>{t('field.part')}</th>
            <th>{t('field.organisation')}</th>
            <th>{t('field.kind')}</th>
          </tr>
        </thead>
        <tbody>
          {application.parties.map((party) => (
            <tr key={party.id}>
              <td>{names.partOf(party.part)}</td>
              <td>{party.name}</td>
              <td>{names.kindOf(party.kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Occupations({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const { groups, scale } = application.content;
  return (
    <Part id="occupations" application={application}>
      {application.occupations.length === 0 ? (
        <p className="quiet">{t('unstated')}</p>
      ) : (
        <table className="application-table">
          <thead>
            <tr>
              <th>{t('field.occupation')}</th>
              <th>{t('field.detail')}</th>
              <th>{t('field.standard')}</th>
              <th className="figures">{t('field.teamSize')}</th>
            </tr>
          </thead>
          <tbody>
            {application.occupations.map((occupation) => (
              <tr key={occupation.id}>
                <td>
                  {occupation.name}
                  <div className="quiet figures">
                    {occupation.code
                      ? `${occupation.code}（${occupation.edition}）`
                      : t('standard.notInCatalogue')}
                  </div>
                </td>
                <td>
                  {occupation.detail ?? '–'}
                  {occupation.strategicReason ? (
                    <div className="quiet as-written">
                      {t('field.strategic')}: {occupation.strategicReason}
                    </div>
                  ) : null}
                </td>
                <td>{names.standardOf(occupation)}</td>
                <td className="figures">{occupation.teamSize}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Facts
        rows={[
          [t('field.groups'), groups?.map(({ name }) => name).join('、')],
          [t('field.delegations'), scale?.delegations],
          [t('field.competitors'), scale?.competitors],
        ]}
      />
    </Part>
  );
}

function Contest({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const { schedule, venue } = application.content;
  return (
    <Part id="contest" application={application}>
      <Facts
        rows={[
          [t('field.preliminary'), names.span(schedule?.preliminaryFrom, schedule?.preliminaryTo)],
          [t('field.schedule'), text(schedule?.note)],
          [t('field.city'), venue?.city],
          [t('field.address'), venue?.address],
          [t('field.facilities'), text(venue?.facilities)],
          [t('field.safety'), text(venue?.safety)],
        ]}
      />
    </Part>
  );
}

function Means({ application }: { application: Application }) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const { experts, judges, funding, business } = application.content;
  return (
    <Part id="means" application={application}>
      <Facts
        rows={[
          [t('field.expertCount'), experts?.count],
          [t('field.experts'), text(experts?.note)],
          [t('field.judgeCount'), judges?.count],
          [t('field.judges'), text(judges?.note)],
          [t('field.business'), business?.covers === undefined ? null : t(business.covers ? 'yes' : 'no')],
          [t('field.businessNote'), text(business?.note)],
          [t('field.fundingTotal'), names.yuan(funding?.totalYuan)],
          [
            t('field.fundingSource'),
            funding?.sources?.length ? (
              <ul>
                {funding.sources.map(({ name, amountYuan }) => (
                  <li key={name}>
                    {name} <span className="figures">{names.yuan(amountYuan)}</span>
                  </li>
                ))}
              </ul>
            ) : null,
          ],
          [t('field.fundingNote'), text(funding?.note)],
        ]}
      />
    </Part>
  );
}

function Earlier({ application }: { application: Application }) {
  const t = useApplicationsText();
  const { earlierEditions, inspectionYears } = application.content;
  return (
    <Part id="history" application={application}>
      {earlierEditions?.length ? (
        <table className="application-table">
          <thead>
            <tr>
              <th>{t('field.editionYear')}</th>
              <th>{t('field.editionName')}</th>
              <th>{t('field.editionOccupations')}</th>
              <th className="figures">{t('field.editionCompetitors')}</th>
            </tr>
          </thead>
          <tbody>
            {earlierEditions.map(({ year, name, occupations, competitors }) => (
              <tr key={`${year} ${name}`}>
                <td>{year}</td>
                <td>{name}</td>
                <td>{occupations.join('、')}</td>
                <td className="figures">{competitors ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Facts rows={[[t('field.editions'), earlierEditions ? t('field.noEditions') : null]]} />
      )}
      <Facts rows={[[t('field.inspection'), inspectionYears?.join('、')]]} />
    </Part>
  );
}

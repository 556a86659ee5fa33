import { type MessageParams } from '@luban/platform';
import { type Notices, type NoticeWish, peopleOfArea } from '@luban/notices';
import type { EntityManager } from 'typeorm';
import type { ClassApplication } from './class-application.entity.js';
import './review-messages.js';

type Told = Pick<ClassApplication, 'id' | 'name' | 'leadOrganisationId'>;

/** Tells the people of each lead applicant what became of their application. */
export async function tellApplicants(
  notices: Notices,
  tx: EntityManager,
  applications: readonly Told[],
  code: string,
  params: MessageParams = {},
): Promise<void> {
  const hosts = await hostsOf(
    tx,
    applications.map(({ leadOrganisationId }) => leadOrganisationId),
  );
  await notices.tell(
    tx,
    applications.map((application): NoticeWish => ({
      to: hosts.get(application.leadOrganisationId) ?? [],
      ...noticeOf(application, code, params),
      href: `/applications/${application.id}`,
    })),
  );
}

/** Tells the acceptors or reviewers of the authority that an application needs them. */
export async function tellOffice(
  notices: Notices,
  tx: EntityManager,
  application: ClassApplication,
  role: 'acceptor' | 'reviewer',
  code: string,
  params: MessageParams = {},
): Promise<void> {
  const to = await peopleOfArea(tx, application, role);
  const href = `/review/${application.id}`;
  await notices.tell(tx, [{ to, ...noticeOf(application, code, params), href }]);
}

const noticeOf = (application: Told, code: string, params: MessageParams) => ({
  code,
  params: { name: application.name, ...params },
  subjectType: 'application',
  subjectId: application.id,
  urgency: 'soon' as const,
});

/** The people who apply for organisations: by organisation, in one query. */
export async function hostsOf(
  tx: EntityManager,
  organisationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { organisationId: string; people: string[] }[] = await tx.query(
    `SELECT g.organisation_id AS "organisationId", array_agg(DISTINCT g.account_id) AS people FROM role_grant g
      WHERE g.organisation_id = ANY($1::uuid[]) AND g.role = 'host' AND g.event_id IS NULL AND g.ended_at IS NULL
      GROUP BY g.organisation_id`,
    [[...new Set(organisationIds)]],
  );
  return new Map(rows.map(({ organisationId, people }) => [organisationId, people]));
}

import { expect, type Page, test as plain } from '@playwright/test';

/** The two events every demo has (apps/cli/src/demo/build-demo.ts). */
export const published = '江南省第五届职业技能竞赛';
export const inMarking = '江南省第六届职业技能竞赛';

/** Password of every demo account (apps/cli/src/demo/accounts.ts). */
export const demoPassword = 'luban-demo-2026';

/** What a browser writes to the console by itself when the network is cut: of no screen's making. */
const networkGone = /net::ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK_CHANGED)/;

/** What a browser writes by itself when the server refuses something: of no screen's making either. */
const refused = /the server responded with a status of (400|403|404|409|413|415|422)/;

/**
 * A page that complains when the screen does: a test fails at its end when anything was written to the console as an
 * error or thrown. A test that cuts the network says so with `test.use({ networkIsCut: true })`,
 * one that tries what the server refuses with `test.use({ serverRefuses: true })`.
 */
export const test = plain.extend<{ networkIsCut: boolean; serverRefuses: boolean }>({
  networkIsCut: [false, { option: true }],
  serverRefuses: [false, { option: true }],
  page: async ({ page, networkIsCut, serverRefuses }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (thrown) => complaints.push(`${page.url()}: ${String(thrown)}`));
    page.on('console', (line) => {
      const isForgiven =
        (networkIsCut && networkGone.test(line.text())) || (serverRefuses && refused.test(line.text()));
      if (line.type() === 'error' && !isForgiven) complaints.push(`${page.url()}: ${line.text()}`);
    });
    await use(page);
    expect(complaints, 'nothing was written to the console as an error').toEqual([]);
  },
});

/** Signs in without the form, and stands at the role's home. */
export async function enterAs(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post('/api/v1/session', {
    data: { login, password: demoPassword },
    headers: { origin },
  });
  expect(answer.ok(), `${login} is let in`).toBe(true);
  await page.goto('/home');
  await standsAt(page, '待办');
}

/** A page is there when its one heading of the first level is; every page has one. */
export async function standsAt(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

/** From anywhere on the desk into an event, by the list. */
export async function openEvent(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '赛事', exact: true }).click();
  await standsAt(page, '赛事');
  await page.getByRole('cell', { name }).click();
  await standsAt(page, name);
}

/** To a page of the event, by the navigation at the side. */
export async function goTo(page: Page, place: string, heading: string | RegExp = place): Promise<void> {
  await page
    .getByRole('navigation', { name: '导航' })
    .getByRole('link', { name: place, exact: true })
    .click();
  await standsAt(page, heading);
}

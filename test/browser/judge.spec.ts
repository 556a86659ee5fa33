import { expect, type Page } from '@playwright/test';
import { enterAs, inMarking, openEvent, goTo, standsAt, test } from './demo-person.js';

// A ten-inch tablet held across.
test.use({ viewport: { width: 1080, height: 810 }, networkIsCut: true });

/** The form the demo leaves with two scores three steps apart: 0 by this judge, 3 by another. */
async function openSpread(page: Page) {
  await enterAs(page, 'judge');
  await openEvent(page, inMarking);
  await goTo(page, '我的评分表');
  await page.getByRole('link', { name: /有分差/ }).click();
  await standsAt(page, /作品 \w{3}-\w/);
}

const steps = (page: Page, judge: string) =>
  page.getByRole('group', { name: new RegExp(`焊接裁判${judge}$`) });
const mine = (page: Page) => steps(page, '1');
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /已保存 \d\d:\d\d/ });

test('a form with a spread warns, and cannot be handed in', async ({ page }) => {
  await openSpread(page);
  await expect(page.getByText(/分差 \d：请同组裁判讨论后重新打分。/)).toBeVisible();
  await expect(page.getByRole('button', { name: /分差 1/ })).toBeVisible();
  await page.getByRole('button', { name: '提交签字' }).click();
  await expect(page.getByText('已提交，等待裁判长签字。')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '撤回提交' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '提交签字' })).toBeVisible();
});

test('the subtotal runs with the taps, and what is not yet marked is a dash, never zero', async ({
  page,
}) => {
  await openSpread(page);
  const subtotal = page.getByText(/^小计/);
  await expect(subtotal).toHaveText(/小计 – \/ 15\.00/);
  const earned = page.getByRole('article').getByText(/^得分/);
  await expect(earned).toHaveText([/得分 –/, /得分 –/]);

  await page.getByRole('button', { name: /^是/ }).click();
  await expect(subtotal).toHaveText(/小计 5\.00 \/ 15\.00/);
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: /^否/ }).click();
  await expect(subtotal).toHaveText(/小计 0\.00 \/ 15\.00/);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(subtotal).toHaveText(/小计 – \/ 15\.00/);
  await expect(saved(page)).toBeVisible();
});

test('every target a judge taps is at least 44 pixels high', async ({ page }) => {
  await openSpread(page);
  for (const step of await page.getByRole('group').getByRole('button').all()) {
    const box = await step.boundingBox();
    expect(Math.round(box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

test('taps made off-line are counted, outlive a reload, and are sent when the network is back', async ({
  page,
  context,
}) => {
  await openSpread(page);
  await expect(mine(page).getByRole('button', { name: '0' })).toHaveAttribute('aria-pressed', 'true');

  await context.setOffline(true);
  await mine(page).getByRole('button', { name: '2' }).click();
  await expect(page.getByText('离线').first()).toBeVisible();
  await expect(page.getByText('1 项待发送')).toBeVisible();
  await expect(page.getByRole('button', { name: '提交签字' })).toBeDisabled();

  // The page itself comes back, the way to the server does not: only what this device kept can show the tap.
  await page.route(/\/marks$/, (route) => route.abort('internetdisconnected'));
  await context.setOffline(false);
  await page.reload();
  await standsAt(page, /作品 \w{3}-\w/);
  await expect(mine(page).getByRole('button', { name: '2' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('1 项待发送')).toBeVisible();

  await page.unroute(/\/marks$/);
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 项待发送')).toHaveCount(0);
  // With a spread of one nothing warns any more.
  await expect(page.getByText(/请同组裁判讨论后重新打分/)).toHaveCount(0);

  await mine(page).getByRole('button', { name: '0' }).click();
  await expect(page.getByText(/请同组裁判讨论后重新打分/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: '历史' }).click();
  await expect(page.getByRole('dialog')).toContainText('焊接裁判1');
});

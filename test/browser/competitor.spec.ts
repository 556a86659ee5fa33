import { expect, type Page } from '@playwright/test';
import { enterAs, inMarking, published, standsAt, test } from './demo-person.js';

test.use({ viewport: { width: 390, height: 844 } });

/** On a phone the navigation is behind the menu. */
async function byMenu(page: Page, place: string, heading: string) {
  await page.getByRole('button', { name: '菜单' }).click();
  await page.getByRole('dialog').getByRole('link', { name: place, exact: true }).click();
  await standsAt(page, heading);
}

async function openOnPhone(page: Page, event: string) {
  await enterAs(page, 'competitor');
  await byMenu(page, '赛事', '赛事');
  await page.getByRole('cell', { name: event }).click();
  await standsAt(page, event);
}

/** Nothing may stand outside a phone's width: a page that scrolls sideways hides what matters. */
async function fitsThePhone(page: Page) {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
}

test('a competitor sees session, workstation and start on the phone', async ({ page }) => {
  await openOnPhone(page, inMarking);
  await byMenu(page, '我的比赛', '我的比赛');
  await expect(page.getByText('参赛编号')).toBeVisible();
  await expect(page.getByText(/^HJ-\d\d$/)).toBeVisible();
  const sittings = page.getByRole('article');
  await expect(sittings).toHaveCount(3);
  for (const module of ['M1 模块一', 'M2 模块二', 'T 理论']) {
    const sitting = sittings.filter({ hasText: module });
    await expect(sitting).toContainText(/[AS]\d\d/);
    await expect(sitting).toContainText(/\d\d:\d\d/);
  }
  await expect(page.getByText('时间均为中国标准时间')).toBeVisible();
  await fitsThePhone(page);
});

test('after publication a competitor reads the own marks module by module', async ({ page }) => {
  await openOnPhone(page, published);
  await byMenu(page, '我的成绩', '我的成绩');
  const own = page.getByRole('article');
  await expect(own).toHaveCount(1);
  await expect(own).toContainText('已公布');
  await expect(own.getByRole('term')).toHaveText(['M1 模块一', 'M2 模块二', 'T 理论']);
  await expect(own.getByRole('definition')).toHaveText([/\d+\.\d\d/, /\d+\.\d\d/, /\d+\.\d\d/]);
  await own.getByRole('button', { name: '查看依据' }).click();
  await expect(page.getByText('各评分点得分')).toBeVisible();
  await fitsThePhone(page);
});

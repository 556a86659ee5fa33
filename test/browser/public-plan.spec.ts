import { expect, type Page } from '@playwright/test';
import { standsAt, test } from './demo-person.js';

// Read on the way, on a phone.
test.use({ viewport: { width: 390, height: 844 } });

const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

test('a visitor reads the published plan, searches it, and takes the list along', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: '竞赛计划' }).click();
  await standsAt(page, '职业技能竞赛计划');
  await page.getByRole('link', { name: new RegExp(`${thisYear}年全国行业职业技能竞赛计划`) }).click();
  await standsAt(page, `${thisYear}年全国行业职业技能竞赛计划`);
  await expect(page.getByText(`演示部函〔${thisYear}〕1号`).first()).toBeVisible();
  await expect(page.getByText('演示数据', { exact: true })).toBeVisible();
  const one = page.getByRole('table', { name: '一类大赛' });
  const two = page.getByRole('table', { name: '二类竞赛' });
  await expect(one.getByRole('cell', { name: /全国智能制造应用技术技能大赛/ })).toBeVisible();
  await expect(two.getByRole('cell', { name: /全国钢铁行业职业技能竞赛/ })).toBeVisible();
  expect(await overflow(page), 'nothing hangs over the edge of the phone').toBe(0);

  await page.getByRole('textbox', { name: '在本计划中搜索' }).fill('焊工');
  await expect(one).toHaveCount(0);
  await expect(two.getByRole('cell', { name: /焊工/ })).toBeVisible();
  await page.getByRole('textbox', { name: '在本计划中搜索' }).fill('没有这个职业');
  await page.getByRole('button', { name: '清除搜索' }).click();
  await expect(one).toBeVisible();

  const comes = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载名单（Excel）' }).click();
  expect((await comes).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('a visitor finds a contest over all plans, and the way to its plan', async ({ page }) => {
  await page.goto('/plans');
  await page.getByRole('textbox', { name: '搜索竞赛名称、主办单位或职业' }).fill('炼钢原料工');
  await expect(page.getByRole('status').filter({ hasText: /找到 \d+ 项/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /全国钢铁行业职业技能竞赛/ })).toBeVisible();
  await page
    .getByRole('link', { name: new RegExp(`${thisYear}年全国行业职业技能竞赛计划`) })
    .first()
    .click();
  await standsAt(page, `${thisYear}年全国行业职业技能竞赛计划`);
  // A plan that has not been published is nobody's to read.
  await page.goto(`/plans?q=${encodeURIComponent('全国工程机械技能大赛')}`);
  await expect(page.getByText(/没有找到“全国工程机械技能大赛”/)).toBeVisible();
});

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

import { expect } from '@playwright/test';
import { inMarking, published, standsAt, test } from './demo-person.js';

test('a visitor reads the medal table and a skill’s placings without signing in', async ({ page }) => {
  await page.goto('/');
  await standsAt(page, '一场竞赛，从申报到证书');
  await page.getByRole('link', { name: published }).click();
  await standsAt(page, published);
  await page.getByRole('tab', { name: '成绩' }).click();
  await expect(page.getByRole('tab', { name: '成绩' })).toHaveAttribute('aria-selected', 'true');

  const medals = page.getByRole('table').filter({ hasText: '排位' });
  await expect(page.getByRole('heading', { name: '代表团奖牌榜' })).toBeVisible();
  await expect(medals.getByRole('columnheader')).toHaveText([
    '排位',
    '代表队',
    '金牌',
    '银牌',
    '铜牌',
    '优胜奖',
  ]);
  const first = medals.getByRole('row').nth(1);
  await expect(first.getByRole('cell').first()).toHaveText('1');
  await expect(first.getByRole('cell').nth(1)).toContainText('代表团');

  await page.getByRole('combobox', { name: '赛项' }).click();
  await page
    .getByRole('option', { name: '焊接' })
    .or(page.getByTitle('焊接', { exact: true }))
    .last()
    .click();
  await expect(page.getByRole('heading', { level: 2, name: '焊接' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: '机电一体化' })).toHaveCount(0);
  const winner = page.getByRole('row', { name: /^1 .*金牌/ }).first();
  await expect(winner).toBeVisible();
  await expect(winner.getByRole('cell', { name: /^\d+\.\d\d$/ })).toBeVisible();
  // Every one of the six entries has a line; who did not compete has an en dash for a place, never a zero.
  const absent = page.getByRole('row', { name: /缺考/ });
  await expect(absent.getByRole('cell').first()).toHaveText('–');
  await expect(absent).not.toContainText('0.00');
});

test('before publication a visitor sees how far marking is, and no mark at all', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: inMarking }).click();
  await standsAt(page, inMarking);
  await page.getByRole('tab', { name: '评分进度' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/已签 \d+ \/ 25/);
  await expect(page.getByRole('tabpanel')).not.toContainText(/\d+\.\d\d(?!\d)/);
  await page.getByRole('tab', { name: '成绩' }).click();
  await expect(page.getByText('成绩还没有公示')).toBeVisible();
});

test('the board in the hall shows the published results with nothing to press', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: published }).click();
  await page.getByRole('link', { name: '大屏显示' }).click();
  await standsAt(page, published);
  await expect(page).toHaveURL(/\/hall$/);
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('代表团');
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('one press turns the public pages into English, and the choice stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: published }).click();
  await standsAt(page, published);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('tab', { name: 'Results' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Gold' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Results' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('tab', { name: '成绩' })).toBeVisible();
});

test('a page that is not there offers the way back instead of a dead end', async ({ page }) => {
  await page.goto('/no-such-page');
  await standsAt(page, '没有这个页面');
  await page.getByRole('link', { name: '回到赛事列表' }).click();
  await standsAt(page, '一场竞赛，从申报到证书');
});

import { expect, type Page } from '@playwright/test';
import { enterAs, goTo, standsAt, test } from './demo-person.js';
import { comingYear, ownName } from './own-application.js';

async function file(page: Page, contest: string): Promise<void> {
  await goTo(page, '备案', '企业和院校竞赛备案');
  await page.getByRole('link', { name: '备案竞赛' }).first().click();
  await standsAt(page, '备案竞赛');
  await page.getByRole('textbox', { name: '竞赛名称' }).fill(contest);
  await page.getByRole('combobox', { name: '职业 1' }).fill('6-18-02-04');
  await page.locator('.ant-select-dropdown:visible').getByText('焊工', { exact: true }).click();
  await page.getByRole('spinbutton', { name: '参赛人数' }).fill('80');
  for (const [field, day] of [
    ['开始日期', `${comingYear}-06-03`],
    ['结束日期', `${comingYear}-06-04`],
  ] as const) {
    await page.getByRole('textbox', { name: field }).fill(day);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('textbox', { name: '地点' }).fill('实训楼');
  await page.getByRole('textbox', { name: '联系人和电话' }).fill('苏梅 0571-88881111');
  await page.getByRole('button', { name: '提交备案' }).click();
  await standsAt(page, new RegExp(contest));
}

test('a school files its contest without review, and takes the filing back with a reason', async ({
  page,
}) => {
  const contest = ownName('技师学院焊工技能竞赛');
  await enterAs(page, 'school');
  await file(page, contest);
  await expect(page.getByText(new RegExp(`^备330106-${comingYear}-\\d{4}$`)).first()).toBeVisible();

  await page.getByRole('button', { name: '撤回备案' }).click();
  const sure = page.getByRole('dialog', { name: /撤回备案 备330106/ });
  await expect(sure).toContainText('撤回后不能恢复');
  await sure.getByRole('textbox', { name: '撤回理由' }).fill('改在秋季举办。');
  await sure.getByRole('button', { name: '撤回备案' }).click();
  await expect(page.getByText(/撤回：改在秋季举办。/)).toBeVisible();
  await expect(page.getByRole('button', { name: '创建赛事' })).toHaveCount(0);
});

test('a school sees its own filings alone, its city sees them too', async ({ page }) => {
  const contest = ownName('技师学院数控技能竞赛');
  await enterAs(page, 'school');
  await file(page, contest);
  await goTo(page, '备案', '企业和院校竞赛备案');
  await expect(page.getByRole('cell', { name: contest })).toBeVisible();

  await enterAs(page, 'works');
  await goTo(page, '备案', '企业和院校竞赛备案');
  await expect(page.getByRole('link', { name: '备案竞赛' }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: contest })).toHaveCount(0);

  await enterAs(page, 'city');
  await goTo(page, '备案', '企业和院校竞赛备案');
  await expect(page.getByRole('cell', { name: contest })).toBeVisible();
  await expect(page.getByRole('link', { name: '备案竞赛' })).toHaveCount(0);
});

import { expect } from '@playwright/test';
import { enterAs, goTo, openEvent, published, standsAt, test } from './demo-person.js';

test('the publication page keeps every version that was ever public', async ({ page }) => {
  await enterAs(page, 'host');
  await openEvent(page, published);
  await goTo(page, '公示与公布');
  await expect(page.getByRole('heading', { name: '公示与公布记录' })).toBeVisible();
  const history = page.locator('section').filter({ hasText: '公示与公布记录' }).last();
  // Two skills, each first shown for objections and then settled: four lines, two of them superseded.
  await expect(history.getByText('当前公开')).toHaveCount(2);
  await expect(history.getByText('已被取代')).toHaveCount(2);
  await expect(history.getByText(/方正（主办） 于 \d{4}-\d\d-\d\d/)).toHaveCount(4);
});

test('a host opens a new event with a short form, and takes it back while it is empty', async ({ page }) => {
  const name = `数控车工技能竞赛 ${Date.now().toString(36)}`;
  await enterAs(page, 'host');
  await page.getByRole('link', { name: '赛事', exact: true }).click();
  await page.getByRole('link', { name: '新建赛事' }).click();
  await standsAt(page, '新建赛事');
  await page.getByRole('button', { name: '创建赛事' }).click();
  await expect(page.getByText('请填写赛事名称')).toBeVisible();

  await page.getByRole('textbox', { name: '赛事名称' }).fill(name);
  await page.getByRole('combobox', { name: '级别' }).click();
  await page.locator('.ant-select-dropdown:visible').getByText('市级').click();
  await page.getByRole('textbox', { name: '赛期' }).fill('2027-06-01');
  await page.getByRole('textbox', { name: '赛期' }).press('Enter');
  await page.getByRole('textbox', { name: '结束日期' }).fill('2027-06-03');
  await page.getByRole('textbox', { name: '结束日期' }).press('Enter');
  await page.getByRole('button', { name: '创建赛事' }).click();
  await standsAt(page, name);
  await expect(page.getByText('2027-06-01 – 2027-06-03')).toBeVisible();

  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '删除赛事' }).click();
  const sure = page.getByRole('dialog', { name: '删除赛事' });
  await expect(sure).toContainText('删除后不可恢复');
  await sure.getByRole('button', { name: '删除赛事' }).click();
  await standsAt(page, '赛事');
  await expect(page.getByRole('cell', { name })).toHaveCount(0);
});

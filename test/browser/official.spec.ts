import { expect } from '@playwright/test';
import { enterAs, goTo, openEvent, published, standsAt, test } from './demo-person.js';

test('from a medal an official comes to its rule, the clause with its source, and the marks', async ({
  page,
}) => {
  await enterAs(page, 'official');
  await openEvent(page, published);
  await goTo(page, '成绩');
  await page.getByRole('main').getByRole('link', { name: /^焊接/ }).click();
  await standsAt(page, /成绩 · 焊接/);
  await expect(page.getByText('已逐分复算核对')).toBeVisible();
  await expect(page.getByText(/规则 national-2020 · 版本码 \S+/)).toBeVisible();

  await page
    .getByRole('row', { name: /^1 HJ-\d\d .* 金牌/ })
    .first()
    .click();
  const why = page.getByRole('dialog', { name: /代表团/ });
  await expect(why.getByText('第 1 名')).toBeVisible();
  await expect(why.getByRole('heading', { name: '从奖项到分数' })).toBeVisible();
  await expect(why.getByText('金牌').first()).toBeVisible();
  // A rule is never shown without where it stands and how well that was checked.
  await expect(why.getByText(/已核实|非官方文本核实|未核实|平台约定/).first()).toBeVisible();
  await expect(why.getByRole('heading', { name: '各评分点得分' })).toBeVisible();
  const criterion = why.locator('details').first();
  await criterion.locator('summary').click();
  await expect(criterion.getByText(/\d+\.\d\d/).first()).toBeVisible();
});

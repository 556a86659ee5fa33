import { expect } from '@playwright/test';
import { enterAs, goTo, inMarking, openEvent, standsAt, test } from './demo-person.js';

test('a recorder opens a signed paper form to type it in, and an empty one is not sent', async ({ page }) => {
  await enterAs(page, 'recorder');
  await openEvent(page, inMarking);
  await goTo(page, '纸质评分表');
  await page
    .getByRole('row', { name: /B1 .*待录入/ })
    .first()
    .click();
  await standsAt(page, /^录入 B1/);
  await expect(page.getByText(/缺 \d+ 格/).first()).toBeVisible();
  await page.getByRole('button', { name: '提交复核' }).click();
  await expect(page.getByText(/还有 \d+ 处须先补全或改正/)).toBeVisible();
});

test('a checker finds nothing to read again before a recorder has typed a form', async ({ page }) => {
  await enterAs(page, 'checker');
  await openEvent(page, inMarking);
  await goTo(page, '纸质评分表');
  await expect(page.getByText('没有等待复核的录入')).toBeVisible();
});

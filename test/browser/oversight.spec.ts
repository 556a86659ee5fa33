import { expect } from '@playwright/test';
import { enterAs, goTo, inMarking, openEvent, published, standsAt, test } from './demo-person.js';

test('a supervisor sees which skills are decoded, by whom, and what the others still lack', async ({
  page,
}) => {
  await enterAs(page, 'supervisor');
  await openEvent(page, published);
  await goTo(page, '解密见证');
  const done = page.getByRole('region', { name: '焊接' });
  await expect(done).toContainText('已解密');
  await expect(done).toContainText(/焊接裁判长 于 .* 发起/);
  await expect(done).toContainText(/吴刚（监督） 于 .* 见证/);

  await page.getByRole('link', { name: '全部赛事' }).click();
  await page.getByRole('cell', { name: inMarking }).click();
  await standsAt(page, inMarking);
  await goTo(page, '解密见证');
  const open = page.getByRole('region', { name: '机电一体化' });
  await expect(open).toContainText('未解密');
  await expect(open).toContainText('还有 25 张评分表未签字。');
  await expect(page.getByRole('button', { name: '见证解密' })).toHaveCount(0);
});

test('an administrator finds an account by its login, and the role it holds', async ({ page }) => {
  await enterAs(page, 'admin');
  await goTo(page, '账号', /账号/);
  await page.getByRole('textbox', { name: '搜索' }).fill('焊接裁判长');
  const row = page.getByRole('row', { name: /焊接裁判长/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('chief');
  await row.click();
  await expect(page.getByRole('dialog')).toContainText('裁判长');
});

test('the audit says who did what, and opens what was changed', async ({ page }) => {
  await enterAs(page, 'admin');
  await goTo(page, '操作记录');
  const line = page.getByRole('row', { name: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d 管理员（演示） 登录/ }).first();
  await expect(line).toBeVisible();
  await line.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('link', { name: '全部导出 CSV' })).toBeVisible();
});

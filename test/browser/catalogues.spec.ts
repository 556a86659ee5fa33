import { expect } from '@playwright/test';
import { enterAs, standsAt, test } from './demo-person.js';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a reviewer looks an occupation up, and sees what an upload would change before it does', async ({
  page,
}) => {
  await enterAs(page, 'reviewer');
  await page.getByRole('link', { name: '基础目录' }).click();
  await standsAt(page, '基础目录');
  await page.getByRole('textbox', { name: /搜索/ }).fill('gyjqrxtyw');
  await expect(page.getByText('工业机器人系统运维员')).toBeVisible();

  await page.getByRole('button', { name: '导入职业' }).click();
  await standsAt(page, '导入职业');
  await page.getByRole('radio', { name: /保留/ }).check();
  const upload = page.locator('input[type=file]');
  await upload.setInputFiles(
    file('新职业.csv', '代码,名称,新职业\n6-31-07-01,工业机器人系统运维师,是\n6-31-07-9x,坏,'),
  );
  await standsAt(page, /职业目录 · 2022 版 · 导入预览/);
  await expect(page.getByText('“6-31-07-9x”不是职业代码')).toBeVisible();
  await expect(page.getByText('名称：工业机器人系统运维员 → 工业机器人系统运维师')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认导入' })).toHaveCount(0);

  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await expect(page.getByRole('cell', { name: '已放弃' }).first()).toBeVisible();
});

test('a bureau reads the catalogues and is not offered to import', async ({ page }) => {
  await enterAs(page, 'bureau');
  await page.getByRole('link', { name: '基础目录' }).click();
  await page.getByText('行政区划', { exact: true }).click();
  await expect(page.getByText('浙江省').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^导入/ })).toHaveCount(0);
});

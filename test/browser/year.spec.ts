import { expect } from '@playwright/test';
import { enterAs, test } from './demo-person.js';

test('from the picture of the year an official comes to the list behind it, and to the report', async ({
  page,
}) => {
  await enterAs(page, 'official');
  await page.getByRole('link', { name: '年度概览' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^\d{4}年度概览$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '地区分布 · 省份' })).toBeVisible();

  // Numbers on demand, of the same figure.
  const progress = page.getByRole('region', { name: '计划进度' });
  const counted = await progress
    .getByRole('link', { name: /^申报 \d/ })
    .first()
    .innerText();
  const count = Number(counted.replace(/\D/g, ''));
  await progress.getByRole('button', { name: '以数字显示：计划进度' }).click();
  await expect(progress.getByRole('columnheader', { name: '目标' })).toBeVisible();
  await expect(progress.getByRole('row', { name: /一类大赛/ })).toContainText(String(count));
  await progress.getByRole('button', { name: '以图形显示：计划进度' }).click();

  // The list behind a bar has as many rows as the bar counts.
  await progress
    .getByRole('link', { name: /^申报 \d/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^\d{4}年度竞赛$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '去掉筛选：一类大赛' })).toBeVisible();
  if (count > 0) await expect(page.getByText(`${count} 行`, { exact: true })).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: '年度报告' }).click();
  const reports = page.getByRole('dialog', { name: '年度报告' });
  await reports.getByRole('button', { name: /^生成 \d{4} 年度报告$/ }).click();
  const file = page.waitForEvent('download');
  await reports
    .getByRole('link', { name: '下载 PDF' })
    .or(reports.getByRole('button', { name: '下载 PDF' }))
    .first()
    .click({ timeout: 30_000 });
  expect((await file).suggestedFilename()).toMatch(
    /^\d{4}年度职业技能竞赛工作报告 全国 Y\d{4}-[0-9A-F]{8}\.pdf$/,
  );
});

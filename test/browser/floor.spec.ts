import { expect } from '@playwright/test';
import { enterAs, goTo, inMarking, openEvent, standsAt, test } from './demo-person.js';

test('a floor judge finds an entry by its number in the check-in, and takes nothing back by chance', async ({
  page,
}) => {
  await enterAs(page, 'floor');
  await openEvent(page, inMarking);
  await goTo(page, '检录');
  await expect(page.getByText(/已到 5 \/ 6/)).toBeVisible();
  await page.getByRole('textbox', { name: '输入参赛编号、姓名或赛位号' }).fill('HJ-03');
  const found = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /HJ-\d\d/ });
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(/赛位 [AS]\d\d/);
  await page.getByRole('textbox', { name: '输入参赛编号、姓名或赛位号' }).fill('HJ-99');
  await expect(page.getByText('没有找到“HJ-99”。请核对编号或姓名。')).toBeVisible();
});

test('a floor judge reads the draw with its seed, by numbers and workstations, never by work codes', async ({
  page,
}) => {
  await enterAs(page, 'floor');
  await openEvent(page, inMarking);
  await goTo(page, '抽签与赛位');
  await page.getByRole('row', { name: /焊接/ }).click();
  await standsAt(page, /焊接/);
  await expect(page.getByText('随机种子').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /HJ-01/ }).first()).toBeVisible();
  expect((await page.getByRole('main').textContent()) ?? '').not.toMatch(/\b[0-9][A-Z][0-9]-[A-Z]\b/);
});

test('a floor judge has a clock for each workstation, and its records with who confirmed them', async ({
  page,
}) => {
  await enterAs(page, 'floor');
  await openEvent(page, inMarking);
  await goTo(page, '现场计时', '现场计时 · 焊接');
  // The first day's sittings are over in every demo; their clocks stand still.
  const place = page
    .getByRole('article')
    .filter({ hasText: /\d\d:\d\d 结束/ })
    .first();
  await expect(place.getByRole('heading', { name: /[AS]\d\d/ })).toBeVisible();
  await expect(page.getByText('按赛位号和参赛编号操作，不显示作品编号。')).toBeVisible();
  await place.getByRole('button', { name: '记录与确认' }).click();
  const records = page.getByRole('dialog', { name: /[AS]\d\d · HJ-\d\d/ });
  await expect(records).toContainText('开始计时');
  await expect(records).toContainText('现场裁判');
});

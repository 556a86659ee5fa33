import { expect } from '@playwright/test';
import { enterAs, goTo, inMarking, openEvent, standsAt, test } from './demo-person.js';

test('the desk shows every form of the skill, the open spread and what is missing to lock', async ({
  page,
}) => {
  await enterAs(page, 'chief');
  await openEvent(page, inMarking);
  await goTo(page, '裁判长工作台', '裁判长工作台 · 焊接');
  const matrix = page.getByRole('table', { name: '作品 × 子项' });
  await expect(matrix.getByRole('button', { name: /：已签字$/ }).first()).toBeVisible();
  await expect(matrix.getByRole('button', { name: /：未开始$/ }).first()).toBeVisible();
  await expect(matrix.getByRole('button', { name: /：不评$/ }).first()).toBeVisible();
  const spread = matrix.getByRole('button', { name: /E1：有分差$/ });
  await expect(spread).toHaveCount(1);

  await page.getByRole('button', { name: /^锁定并计算/ }).click();
  const missing = page.getByRole('dialog', { name: '还不能锁定并计算' });
  await expect(missing).toContainText(/\d+ 张评分表还没有提交。/);
  await expect(missing).toContainText('1 张评分表有未解决的分差。');
  await page.keyboard.press('Escape');
  await expect(missing).toBeHidden();

  await page.getByRole('radiogroup').getByText('有分差').click();
  await expect(page).toHaveURL(/state=spread/);
  await spread.click();
  const peek = page.getByRole('dialog', { name: /E1/ });
  await expect(peek).toContainText('工艺顺序与操作规范');
  await expect(peek.getByRole('button', { name: /^签字/ })).toHaveCount(0);
});

test('a submitted form is signed from the desk, and opened again only for a reason', async ({ page }) => {
  await enterAs(page, 'chief');
  await openEvent(page, inMarking);
  await goTo(page, '裁判长工作台', '裁判长工作台 · 焊接');
  const signed = page.getByText(/已签字 \d+ \/ 25 张评分表/);
  const before = Number(/已签字 (\d+)/.exec((await signed.textContent()) ?? '')?.[1]);
  const waiting = page.getByRole('button', { name: /：待签字$/ }).first();
  const cell = ((await waiting.getAttribute('aria-label')) ?? '').replace(/：待签字$/, '');
  expect(cell).toMatch(/^\w{3}-\w \w\d$/);
  await waiting.click();
  const sign = page.getByRole('dialog').getByRole('button', { name: /^签字/ });
  await expect(page.getByRole('dialog')).toContainText('合计');
  await sign.click();
  await expect(page.getByText(/已签字，版本码 \S+。/)).toBeVisible();
  await expect(page.getByText(`已签字 ${before + 1} / 25 张评分表`)).toBeVisible();
  // Signing goes on to the next form by itself; the drawer is closed to come back to the matrix.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `${cell}：已签字` }).click();

  await page.getByRole('button', { name: '重新打开' }).click();
  const dialog = page.getByRole('dialog', { name: /^重新打开/ });
  await dialog.getByRole('textbox').fill('太短');
  await expect(dialog.getByRole('button', { name: '重新打开' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('裁判要求核对一处测量值');
  await dialog.getByRole('button', { name: '重新打开' }).click();
  await expect(page.getByText('已重新打开。')).toBeVisible();
  await expect(page.getByText(`已签字 ${before} / 25 张评分表`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `${cell}：重新打开` })).toBeVisible();
});

test('the internal ranking knows works by code only, and decoding stays closed while forms are missing', async ({
  page,
}) => {
  await enterAs(page, 'chief');
  await openEvent(page, inMarking);
  await goTo(page, '裁判长工作台', '裁判长工作台 · 焊接');
  await page.getByRole('link', { name: '内部排名' }).last().click();
  await standsAt(page, /内部排名 · 焊接/);
  await expect(page.getByRole('row', { name: /\w{3}-\w \+ \w{3}-\w/ })).toHaveCount(5);
  const shown = (await page.getByRole('main').textContent()) ?? '';
  expect(shown).not.toContain('代表团');
  expect(shown).not.toMatch(/HJ-\d\d/);

  await page.getByRole('button', { name: /^发起解密/ }).click();
  const missing = page.getByRole('dialog', { name: '还不能发起解密' });
  await expect(missing).toContainText(/还有 \d+ 张评分表未签字。/);
  await expect(missing).toContainText('还有 5 个参赛单元没有成绩。');
  await expect(missing.getByRole('button', { name: '发起解密' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await goTo(page, '解密见证');
  await expect(page.getByRole('region', { name: '焊接' })).toContainText('未解密');
});

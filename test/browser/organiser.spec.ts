import { expect } from '@playwright/test';
import { demoPassword, enterAs, goTo, inMarking, openEvent, standsAt, test } from './demo-person.js';

test('an organiser signs in by the form and his home says what waits for him', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '登录' }).click();
  await standsAt(page, '登录鲁班');
  await page.getByRole('textbox', { name: '账号' }).fill('organiser');
  await page.getByLabel('密码', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '登录' }).click();
  await standsAt(page, '待办');
  const waiting = page.getByRole('link', { name: new RegExp(`结束评分，核定成绩.*${inMarking}`) });
  await expect(waiting).toBeVisible();
  await waiting.click();
  await standsAt(page, inMarking);
});

test('what keeps an event from its next stage is listed, each line with the way to mend it', async ({
  page,
}) => {
  await enterAs(page, 'organiser');
  await openEvent(page, inMarking);
  const stages = page.getByRole('list', { name: '所处阶段' });
  await expect(
    stages.getByRole('listitem').filter({ has: page.getByRole('img', { name: '当前' }) }),
  ).toContainText('竞赛与评分');
  await page.getByRole('button', { name: /^结束评分，核定成绩/ }).click();
  const missing = page.getByRole('dialog', { name: '还不能结束评分，核定成绩' });
  await expect(missing).toContainText(/还差 \d+ 项，处理后即可继续/);
  await expect(missing).toContainText(/焊接：还有 \d+ 张评分表没有签字/);
  await expect(missing).toContainText('机电一体化：还有 25 张评分表没有签字');
  await expect(missing.getByRole('link', { name: '去处理' }).first()).toBeVisible();
  await expect(missing.getByRole('button', { name: '结束评分，核定成绩' })).toHaveCount(0);
  await missing.getByRole('link', { name: '去处理' }).first().click();
  // An organiser may not see a mark: his way leads to the counts, not to the chief judge's desk.
  await standsAt(page, '评分进度');
  await expect(page.getByRole('row', { name: /焊接 .*A1/ })).toBeVisible();
});

test('the check-in list is printed with its version code and lines to sign on', async ({ page }) => {
  await enterAs(page, 'organiser');
  await openEvent(page, inMarking);
  await goTo(page, '检录');
  await expect(page.getByText(/已到 \d+ \/ 6/)).toBeVisible();
  await page.getByRole('link', { name: '打印检录表' }).click();
  await standsAt(page, '检录表');
  await expect(page.getByText(/版本码 \S+/)).toBeVisible();
  await expect(page.getByRole('row', { name: /HJ-\d\d/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '下载 Excel' })).toBeVisible();
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
});

test('the entries are searched as one types, and the address keeps the search', async ({ page }) => {
  await enterAs(page, 'organiser');
  await openEvent(page, inMarking);
  await goTo(page, '报名');
  await expect(page.getByText('12 行', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: '搜索' }).fill('北京');
  await expect(page.getByText('2 / 12 行')).toBeVisible();
  await page.reload();
  await expect(page.getByText('2 / 12 行')).toBeVisible();
  await expect(page.getByRole('row', { name: /河北省代表团/ })).toHaveCount(0);
});

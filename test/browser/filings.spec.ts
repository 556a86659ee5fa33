import { expect } from '@playwright/test';
import { enterAs, goTo, standsAt, test } from './demo-person.js';

// What one test makes, the next goes on with: an enterprise files a contest, and its bureau is told of it.
test.describe.configure({ mode: 'serial' });

const contest = `西湖精密焊工技能竞赛 ${Date.now().toString(36)}`;

test('an enterprise files its contest and has a number and a receipt at once', async ({ page }) => {
  await enterAs(page, 'works');
  await goTo(page, '备案', '企业和院校竞赛备案');
  await page.getByRole('link', { name: '备案竞赛' }).first().click();
  await standsAt(page, '备案竞赛');
  await page.getByRole('button', { name: '提交备案' }).click();
  await expect(page.getByText('请填写竞赛名称')).toBeVisible();
  await page.getByRole('textbox', { name: '竞赛名称' }).fill(contest);
  const occupation = page.getByRole('combobox', { name: '职业 1' });
  await occupation.fill('hg');
  await page.locator('.ant-select-dropdown:visible').getByText('焊工', { exact: true }).click();
  await page.getByRole('spinbutton', { name: '参赛人数' }).fill('120');
  for (const [field, day] of [
    ['开始日期', '2027-05-10'],
    ['结束日期', '2027-05-12'],
  ] as const) {
    await page.getByRole('textbox', { name: field }).fill(day);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('textbox', { name: '地点' }).fill('西湖区一号厂房');
  await page.getByRole('textbox', { name: '联系人和电话' }).fill('何平 0571-88880000');
  await page.getByRole('button', { name: '提交备案' }).click();
  await expect(page.getByRole('heading', { level: 1, name: contest })).toBeVisible();
  await expect(page.getByText(/^备330106-2027-\d{4}$/).first()).toBeVisible();
  await page.getByRole('link', { name: '打印回执' }).click();
  await standsAt(page, '职业技能竞赛备案回执');
  await expect(page.getByText('杭州市人力资源和社会保障局')).toBeVisible();
});

test('the city’s acceptor is told by the bell, and finds the filing by its notice', async ({ page }) => {
  await enterAs(page, 'city-acceptor');
  const bell = page.getByRole('banner').getByRole('link', { name: /条未读通知/ });
  await bell.focus();
  await page.keyboard.press('Enter');
  await standsAt(page, '通知');
  await page.getByRole('link', { name: new RegExp(contest) }).click();
  await expect(page.getByRole('heading', { level: 1, name: contest })).toBeVisible();
  await expect(page.getByRole('button', { name: '撤回备案' })).toHaveCount(0);
  await page.goBack();
  await page.getByText('未读', { exact: true }).first().click();
  await expect(page.getByRole('link', { name: new RegExp(contest) })).toHaveCount(0);
  await goTo(page, '备案', '企业和院校竞赛备案');
  await expect(page.getByRole('cell', { name: contest })).toBeVisible();
});

test('the enterprise makes an event of it', async ({ page }) => {
  await enterAs(page, 'works');
  await goTo(page, '备案', '企业和院校竞赛备案');
  await page.getByRole('cell', { name: contest }).click();
  await page.getByRole('button', { name: '创建赛事' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '创建赛事' }).click();
  await standsAt(page, contest);
  await expect(page).toHaveURL(/\/events\/[0-9a-f-]{36}$/);
});

test('everybody says where mail goes, and is told that none is sent here', async ({ page }) => {
  await enterAs(page, 'works');
  await page.goto('/account');
  await expect(page.getByText('本系统尚未配置邮件服务器')).toBeVisible();
  await page.getByRole('textbox', { name: '邮箱地址' }).fill('何平@例子.公司');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('暂不支持中文邮箱地址')).toBeVisible();
  await page.getByRole('textbox', { name: '邮箱地址' }).fill('heping@example.org');
  await page.getByRole('radio', { name: /每天一封/ }).check();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('邮件提醒已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: /每天一封/ })).toBeChecked();
});

import { type Browser, expect, type Page, test } from '@playwright/test';

// The administrator of every demo (apps/cli/src/demo/accounts.ts).
const administrator = { login: 'admin', password: 'luban-demo-2026' };
const ownPassword = 'seven green apples';

// What one test makes, the next goes on with: a host is appointed, opens an event, and hands down accounts in it.
test.describe.configure({ mode: 'serial' });

const host = { login: `fang.zheng.${Date.now().toString(36)}`, initial: '' };
const organisation = `浙江省技能竞赛中心 ${host.login.slice(-6)}`;
let eventId = '';

async function signIn(browser: Browser, login: string, password: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '账号' }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  return page;
}

/** Chooses in a list; again when the list was drawn anew under the pointer. */
const choose = async (page: Page, field: string, option: string | RegExp) => {
  const list = page.getByRole('dialog').getByRole('combobox', { name: field });
  const item = page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: option });
  const chosen = page
    .getByRole('dialog')
    .locator('.ant-form-item')
    .filter({ hasText: field })
    .filter({ hasText: option });
  await expect(async () => {
    if (!(await item.first().isVisible())) await list.click();
    await item.first().click({ timeout: 2000 });
    await expect(chosen.first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
};

test('an administrator registers an organisation and appoints its host', async ({ browser }) => {
  const page = await signIn(browser, administrator.login, administrator.password);
  await page.getByRole('link', { name: '单位', exact: true }).click();
  await page.getByRole('button', { name: '登记单位' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: '全称' }).fill('省');
  await form.getByRole('button', { name: '登记单位' }).click();
  await expect(form.locator('.ant-form-item-explain-error')).toBeVisible();
  await form.getByRole('textbox', { name: '全称' }).fill(organisation);
  await form.getByRole('combobox', { name: '所在地区' }).fill('zjs');
  await page.locator('.ant-select-item-option').filter({ hasText: '330000' }).click();
  await form.getByRole('button', { name: '登记单位' }).click();
  await expect(page.getByRole('cell', { name: organisation })).toBeVisible();

  await page.getByRole('link', { name: '账号', exact: true }).click();
  await page.getByRole('button', { name: '添加账号' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '姓名' }).fill('方正');
  await choose(page, '角色', '主办');
  await page.getByRole('dialog').getByRole('combobox', { name: '单位' }).fill(organisation);
  await page.locator('.ant-select-item-option').filter({ hasText: organisation }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '账号' }).fill(host.login);
  await page.getByRole('button', { name: '创建账号' }).click();

  await expect(page.getByRole('heading', { name: '账号条' })).toBeVisible();
  await expect(page.getByText(host.login)).toBeVisible();
  host.initial = (await page.locator('.slip code').nth(1).textContent()) ?? '';
  expect(host.initial).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  await page.reload();
  await expect(page.getByText('密码只显示一次')).toBeVisible();
  await expect(page.getByText(host.initial)).toHaveCount(0);
});

test('the host comes no further than a password of his own', async ({ browser }) => {
  const page = await signIn(browser, host.login, host.initial);
  await expect(page).toHaveURL(/first-password/);
  await page.goto('/organisations');
  await expect(page).toHaveURL(/first-password/);
  const set = async (password: string) => {
    await page.getByLabel('现在的密码').fill(host.initial);
    await page.getByLabel('新密码', { exact: true }).fill(password);
    await page.getByLabel('再输入一次新密码').fill(password);
    await page.getByRole('button', { name: '保存新密码' }).click();
  };
  await set('password123');
  await expect(page.getByText('这个密码太常见')).toBeVisible();
  await set(ownPassword);
  await expect(page).toHaveURL(/organisations$/);
  await expect(page.getByRole('cell', { name: organisation })).toBeVisible();
});

test('the host hands down accounts in the event, many at once, and takes one back', async ({ browser }) => {
  const page = await signIn(browser, host.login, ownPassword);
  await expect(page).toHaveURL(/home/);
  const made = await page.request.post('/api/v1/events', {
    data: {
      name: `焊接技能竞赛 ${host.login}`,
      level: 'provincial',
      startsOn: '2027-05-11',
      endsOn: '2027-05-13',
    },
  });
  expect(made.status()).toBe(201);
  eventId = ((await made.json()) as { id: string }).id;

  await page.goto(`/events/${eventId}/accounts/batch`);
  await page.locator('summary').click();
  const paste = async (rows: string[]) => {
    await page.getByRole('textbox').fill(['姓名\t角色\t账号', ...rows].join('\n'));
    await page.locator('.upload-paste').getByRole('button').click();
  };
  await paste(['孙丽\t录分员\t', '周平\t管理员\t', '\t监督员\t']);
  await expect(page.getByText('您不能授予「管理员」')).toBeVisible();
  await expect(page.getByText('没有姓名')).toBeVisible();
  await expect(page.getByRole('button', { name: /创建 1 个账号/ })).toBeDisabled();
  await page.getByRole('button', { name: '重新粘贴' }).click();
  await page.locator('summary').click();
  await paste(['孙丽\t录分员\t', '周平\t复核员\t', '吴刚\t监督员\t']);
  await page.getByRole('button', { name: '创建 3 个账号' }).click();
  await expect(page.locator('.slip')).toHaveCount(3);

  await page.goto(`/events/${eventId}/accounts`);
  const row = page.getByRole('row', { name: /吴刚/ });
  await expect(row).toContainText('初始密码未改');
  await row.click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '停用' }).click();
  await expect(row).toContainText('已停用');

  await page.goto(`/events/${eventId}/audit`);
  await expect(page.getByRole('row', { name: /授予角色/ })).toHaveCount(3);
  await expect(page.getByRole('row', { name: /停用账号.*吴刚/ })).toBeVisible();
});

test('the organiser’s place ends where the reach ends: another event’s accounts are not found', async ({
  browser,
}) => {
  const page = await signIn(browser, host.login, ownPassword);
  await expect(page).toHaveURL(/home/);
  const elsewhere = await page.request.get(
    '/api/v1/accounts?eventId=00000000-0000-7000-8000-000000000000&limit=50',
  );
  expect(((await elsewhere.json()) as { items: unknown[] }).items).toEqual([]);
  await page.goto('/events/00000000-0000-7000-8000-000000000000/accounts');
  await expect(page.getByText('没有找到').or(page.getByText('没有这个页面')).first()).toBeVisible();
});

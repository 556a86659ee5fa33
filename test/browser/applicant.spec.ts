import { expect, type Locator, type Page } from '@playwright/test';
import { enterAs, goTo, standsAt, test } from './demo-person.js';
import {
  attachPapers,
  callerFor,
  comingYear,
  draft,
  onePagePdf,
  ownName,
  stepBy,
  submitted,
} from './own-application.js';

const section = (page: Page, name: string) => page.getByRole('region', { name });
const findings = (page: Page) => page.getByRole('complementary', { name: '规则检查' });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /已保存 \d\d:\d\d/ });

/** Drops a file where its place says that one may be dropped. */
async function upload(page: Page, place: Locator, name: string, buffer: Buffer): Promise<void> {
  const chooses = page.waitForEvent('filechooser');
  await place.getByRole('button', { name: /把文件拖到这里/ }).click();
  await (await chooses).setFiles({ name, mimeType: 'application/pdf', buffer });
}

test('an applicant drafts: what is missing is told beside the form, and what is written saves itself', async ({
  page,
}) => {
  const name = `全国${ownName('起草')}技能大赛`;
  await enterAs(page, 'applicant');
  await goTo(page, '申报', '竞赛申报');
  await page.getByRole('button', { name: '起草申报' }).first().click();
  const dialog = page.getByRole('dialog', { name: '起草申报' });
  await expect(dialog.getByText(/申报已开放，.* 截止。/)).toBeVisible();
  await dialog.getByRole('button', { name: '起草', exact: true }).click();
  await expect(dialog.getByText('请填写赛事名称')).toBeVisible();
  await dialog.getByRole('radio', { name: '一类大赛' }).check();
  await dialog.getByRole('textbox', { name: '赛事名称' }).fill(name);
  await dialog.getByRole('button', { name: '起草', exact: true }).click();
  await standsAt(page, new RegExp(name));
  await expect(page.getByRole('timer')).toContainText('距截止');
  await expect(page.getByRole('timer')).toContainText('以服务器收到提交的时间为准');
  await expect(section(page, '基本情况')).toContainText(`${comingYear}年全国行业职业技能竞赛——${name}`);

  const missing = findings(page).getByText('“竞赛目的与意义”还没有填写完整。');
  await expect(missing).toBeVisible();
  await page.getByRole('button', { name: /^提交申报/ }).click();
  const preflight = page.getByRole('dialog', { name: '还不能提交申报' });
  await expect(preflight.getByText('“竞赛目的与意义”还没有填写完整。')).toBeVisible();
  await expect(preflight.getByText(/缺少：申请举办的请示/)).toBeVisible();
  await preflight.getByRole('link', { name: '去处理' }).first().click();
  await expect(preflight).toBeHidden();

  await page.getByRole('textbox', { name: '竞赛目的与意义' }).fill('以赛促学、以赛促训。');
  await expect(missing).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: '竞赛目的与意义' })).toHaveValue('以赛促学、以赛促训。');

  await page.getByRole('button', { name: '删除草稿' }).click();
  const sure = page.getByRole('dialog', { name: '删除这份草稿？' });
  await sure.getByRole('textbox').fill('删除');
  await sure.getByRole('button', { name: '删除草稿' }).click();
  await standsAt(page, '竞赛申报');
  await expect(page.getByRole('cell', { name: new RegExp(name) })).toHaveCount(0);
});

test('a seventh occupation and a company as organiser are found while they are written', async ({ page }) => {
  const six = [
    ['6-20-01-01', '装配钳工'],
    ['6-18-01-01', '车工'],
    ['6-18-01-02', '铣工'],
    ['6-18-01-04', '磨工'],
    ['6-18-04-01', '模具工'],
    ['6-31-01-03', '电工'],
  ].map(([code = '', name = '']) => ({ code, name }));
  const caller = await callerFor('applicant');
  const { id, name } = await draft(caller, {
    name: `全国${ownName('职业数')}技能大赛`,
    class: 'one',
    occupations: six,
  });
  await caller.dispose();
  await enterAs(page, 'applicant');
  await page.goto(`/applications/${id}`);
  await standsAt(page, new RegExp(name));
  const tooMany = findings(page).getByText('申报 7 个职业，一类最多 6 个。');
  await expect(findings(page)).toContainText('申报 6 个职业，未超过一类上限 6 个。');

  const occupations = section(page, '职业（工种）与组别');
  await occupations.getByRole('button', { name: '添加职业（工种）' }).click();
  await occupations.getByRole('combobox', { name: '7 · 职业（工种）' }).fill('hg');
  await page.locator('.ant-select-dropdown:visible').getByText('焊工', { exact: true }).click();
  await expect(tooMany).toBeVisible();
  await tooMany.click();
  await expect(page.getByText(/可申报不超过 6 个竞赛职业/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await occupations.getByRole('button', { name: '删除' }).nth(6).click();
  await expect(tooMany).toHaveCount(0);

  const parties = section(page, '办赛单位');
  const company = `${ownName('智造')}有限公司`;
  await parties.getByRole('button', { name: '添加单位' }).click();
  await parties.getByRole('combobox', { name: '单位', exact: true }).last().fill(company);
  await page
    .locator('.ant-select-dropdown:visible')
    .getByText(new RegExp(`按“${company}”填写`))
    .click();
  await expect(findings(page).getByText('没有企业担任协办、技术支持以外的角色。')).toBeAttached();
  await parties.getByRole('combobox', { name: '身份' }).last().click();
  await page.locator('.ant-select-dropdown:visible').getByText('承办', { exact: true }).click();
  await expect(findings(page).getByText(new RegExp(`${company}担任了其他角色`))).toBeVisible();
  await expect(saved(page)).toBeVisible();
});

test.describe('with papers that are refused', () => {
  test.use({ serverRefuses: true });

  test('an application is completed with its papers, stamped by its code, and submitted', async ({
    page,
  }) => {
    const caller = await callerFor('applicant');
    const drafted = await draft(caller, { name: ownName('全国提交试验职业技能竞赛') });
    await attachPapers(caller, drafted);
    await caller.dispose();
    await enterAs(page, 'applicant');
    await page.goto(`/applications/${drafted.id}`);
    await standsAt(page, new RegExp(drafted.name));
    const documents = section(page, '申报材料');

    await upload(page, documents, '请示.pdf', Buffer.from('MZ\u0090\u0000这是一个程序', 'utf8'));
    await expect(documents.getByRole('alert')).toContainText(/不符|损坏/);
    await upload(page, documents, '请示.exe', onePagePdf());
    await expect(documents.getByRole('alert')).toContainText('请示.exe');
    await expect(documents.getByRole('alert')).toContainText(/只接受 .* 格式的文件/);
    await upload(page, documents, '请示.pdf', onePagePdf());
    await expect(documents.getByText('请示.pdf', { exact: true })).toBeVisible();
    await expect(documents.getByRole('alert')).toHaveCount(0);

    const stamp = section(page, '申请表盖章');
    const prints = page.waitForEvent('download');
    await stamp.getByRole('button', { name: '打印申请表（PDF）' }).click();
    expect((await prints).suggestedFilename()).toMatch(/\.pdf$/);
    const code = (await stamp.getByText(/^\d+-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
    await stamp.getByRole('textbox', { name: '扫描件页脚上的校验码' }).fill('1-AAAA-AAAA');
    await upload(page, stamp, '盖章申请表.pdf', onePagePdf());
    await expect(stamp.getByRole('alert')).toContainText(code);
    await stamp.getByRole('textbox', { name: '扫描件页脚上的校验码' }).fill(code);
    await upload(page, stamp, '盖章申请表.pdf', onePagePdf());
    await expect(stamp.getByText('盖章申请表与现在的内容一致。')).toBeVisible();

    await page.getByRole('button', { name: /^提交申报/ }).click();
    const ready = page.getByRole('dialog', { name: '可以提交申报' });
    await ready.getByRole('button', { name: '提交申报' }).click();
    await expect(page.getByText('申报已提交', { exact: true })).toBeVisible();
    await standsAt(page, /已提交，待受理/);
    await expect(page.getByText(`第 1 次提交`).first()).toBeVisible();
    await expect(page.getByText(new RegExp(`校验码 ${code}`)).first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: '竞赛目的与意义' })).toHaveCount(0);
  });
});

test('a decision reaches the applicant by the bell, with its reason and article', async ({ page }) => {
  const sent = await submitted('applicant2', { name: ownName('全国决定试验职业技能竞赛') });
  const accepted = await stepBy('acceptor', sent, 'acceptance');
  const reviewed = await stepBy('reviewer', accepted, 'review');
  await stepBy('reviewer', reviewed, 'decision', {
    outcome: 'declined',
    reason: '本年度同一职业已有竞赛。',
    article: '申报通知（三）2',
  });
  await enterAs(page, 'applicant2');
  await page
    .getByRole('banner')
    .getByRole('link', { name: /条未读通知/ })
    .click();
  await standsAt(page, '通知');
  await page.getByRole('link', { name: `《${sent.name}》未获同意，请查看理由。` }).click();
  await standsAt(page, new RegExp(`${sent.name}.*不同意`));
  await expect(page.getByText('本年度同一职业已有竞赛。').first()).toBeVisible();
  await expect(page.getByText('申报通知（三）2').first()).toBeVisible();
});

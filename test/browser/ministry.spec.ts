import { expect } from '@playwright/test';
import { enterAs, goTo, standsAt, test } from './demo-person.js';
import { comingYear, ownName } from './own-application.js';

test('a new rule pack is made from one in force, changed, compared and tried on the past', async ({
  page,
}) => {
  const name = ownName('试用规则');
  await enterAs(page, 'reviewer');
  await goTo(page, '规则包');
  await page.getByRole('button', { name: '新建规则包' }).click();
  const dialog = page.getByRole('dialog', { name: '新建规则包' });
  await expect(dialog.getByText(/国家级竞赛申报规则（2023）/).first()).toBeVisible();
  await dialog.getByRole('textbox', { name: '代码' }).fill(`try-${Date.now().toString(36)}`);
  await dialog.getByRole('textbox', { name: '名称' }).fill(name);
  await dialog.getByRole('button', { name: '新建草稿' }).click();
  await standsAt(page, new RegExp(name));
  await page.getByRole('button', { name: /^一类大赛.*职业（工种）/ }).click();
  const most = page.getByRole('spinbutton', { name: /最多|上限/ });
  await expect(most).toHaveValue('6');
  await most.fill('2');
  await expect(page.getByText('有未保存的修改')).toBeVisible();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('没有修改')).toBeVisible();

  await page.getByRole('link', { name: '比较' }).click();
  await standsAt(page, new RegExp(name));
  await expect(page.getByRole('heading', { name: /^一类大赛.*职业（工种）/ })).toBeVisible();
  const change = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '2', exact: true }) });
  await expect(change.getByRole('cell', { name: '6', exact: true })).toBeVisible();

  await page.getByRole('tab', { name: '回溯检验' }).click();
  await page.getByText('公开记录的历年赛事', { exact: true }).click();
  await expect(page.getByText(/\d+ 项决定会不同/)).toBeVisible();
  await page.getByText('决定会不同', { exact: true }).click();
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: /一类最多 2 个/ })
      .first(),
  ).toContainText('不同');

  await page.getByRole('button', { name: '删除草稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click();
  await standsAt(page, '规则包');
  await expect(page.getByRole('cell', { name: new RegExp(name) })).toHaveCount(0);
});

test('the year at a glance leads from a picture to its list, shows its numbers, and makes a report', async ({
  page,
}) => {
  const thisYear = comingYear - 1;
  await enterAs(page, 'reviewer');
  await goTo(page, '年度概览', /年度概览/);
  await page.goto(`/insight?year=${thisYear}`);
  await standsAt(page, `${thisYear}年度概览`);
  const plan = page.getByRole('region', { name: '计划进度' });
  await plan.getByRole('button', { name: '以数字显示：计划进度' }).click();
  await expect(plan.getByRole('row', { name: /^一类大赛 10 / })).toBeVisible();
  await plan.getByRole('button', { name: '以图形显示：计划进度' }).click();
  await plan.getByRole('link', { name: /^一类大赛，目标约 10/ }).click();
  await standsAt(page, `${thisYear}年度竞赛`);
  await expect(page.getByRole('cell', { name: /全国智能制造应用技术技能大赛/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: /全国钢铁行业职业技能竞赛/ })).toHaveCount(0);
  await page.getByRole('button', { name: '去掉筛选：一类大赛' }).click();
  await expect(page.getByRole('cell', { name: /全国钢铁行业职业技能竞赛/ })).toBeVisible();
  await page.getByRole('link', { name: '年度概览' }).last().click();
  await standsAt(page, `${thisYear}年度概览`);

  await page.getByRole('button', { name: '年度报告' }).click();
  const drawer = page.getByRole('dialog', { name: '年度报告' });
  const made = drawer.getByRole('link', { name: '下载 PDF' });
  const before = await made.count();
  await drawer.getByRole('button', { name: `生成 ${thisYear} 年度报告` }).click();
  await expect.poll(() => made.count(), { timeout: 45_000 }).toBeGreaterThan(before);
  const comes = page.waitForEvent('download');
  await made.first().click();
  expect((await comes).suggestedFilename()).toMatch(/\.pdf$/);
});

test('a catalogue is imported by a preview, which can be given up', async ({ page }) => {
  await enterAs(page, 'reviewer');
  await goTo(page, '基础目录', /目录/);
  await page.getByRole('button', { name: '导入职业' }).click();
  await standsAt(page, '导入职业');
  await page.getByRole('radio', { name: /保留/ }).check();
  const chooses = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /把文件拖到这里/ }).click();
  const rows = '代码,名称,上级代码\n6-04-06-01,印染前处理和染色工,6-04-06\n6-04-06-99,试验新职业,6-04-06\n';
  await (
    await chooses
  ).setFiles({
    name: '职业.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows, 'utf8'),
  });
  await standsAt(page, /导入预览/);
  await expect(page.getByText('待确认')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '新增' })).toContainText('1');
  await expect(page.getByRole('cell', { name: '试验新职业' })).toBeVisible();
  await expect(page.getByText('名称：印染前处理工 → 印染前处理和染色工')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认导入' })).toBeVisible();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await expect(page).toHaveURL(/\/catalogues\/occupations\?view=versions/);
});

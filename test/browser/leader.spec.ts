import { expect } from '@playwright/test';
import { enterAs, goTo, inMarking, openEvent, test } from './demo-person.js';

/** Rows as they come out of a spreadsheet: a skill nobody has, a birth date that is none, a sex that is none. */
const faulty = [
  ['赛项', '组别', '姓名', '性别', '出生日期', '单位'],
  ['焊接', '职工组', '韩立新', '男', '1996-02-11', '第一机床厂'],
  ['木工雕花', '职工组', '顾小川', '男', '1997-05-03', '第一机床厂'],
  ['焊接', '职工组', '许安然', '女', '1997-13-45', '第一机床厂'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

test('a faulty roster shows a finding for each bad cell and imports nothing', async ({ page }) => {
  await enterAs(page, 'leader');
  await openEvent(page, inMarking);
  await goTo(page, '报名', /报名/);
  // One entry in each of the two skills.
  await expect(page.getByText('2 行', { exact: true })).toBeVisible();

  await goTo(page, '导入名单');
  await page.getByText('也可以从表格复制后直接粘贴').click();
  await page.getByRole('textbox', { name: '粘贴内容' }).fill(faulty);
  await page.getByRole('button', { name: '读取粘贴的内容' }).click();

  await expect(page.getByRole('heading', { name: '须修改与存疑之处' })).toBeVisible();
  await expect(page.getByRole('row', { name: /A3 阻断/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /E4 阻断/ })).toBeVisible();
  await expect(page.getByText('改正名单后重新上传；现在一行也没有导入。')).toBeVisible();
  await expect(page.getByRole('button', { name: /^导入 \d+ 个报名/ })).toHaveCount(0);

  await goTo(page, '报名', /报名/);
  await expect(page.getByText('2 行', { exact: true })).toBeVisible();
  await expect(page.getByText('韩立新')).toHaveCount(0);
});

import { expect, type Page } from '@playwright/test';
import { enterAs, goTo, standsAt, test } from './demo-person.js';
import { ownName, submitted } from './own-application.js';

/** The desk, with the queue narrowed to one application or to those of one name. */
async function openDesk(page: Page, search: string): Promise<void> {
  await enterAs(page, 'acceptor');
  await goTo(page, '申报审核');
  await expect(page.getByRole('tab', { name: /待受理/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('textbox', { name: '搜索赛事、单位、职业' }).fill(search);
  await expect(page).toHaveURL(/[?&]q=/);
}

const queue = (page: Page) => page.getByRole('region', { name: '申报审核' });

test('an acceptor takes an application from the queue by a key, and takes the acceptance back', async ({
  page,
}) => {
  const { name } = await submitted('applicant', { name: ownName('全国受理试验职业技能竞赛') });
  await openDesk(page, name);
  await queue(page)
    .getByRole('button', { name: new RegExp(name) })
    .click();
  const document = page.getByRole('heading', { level: 2, name: new RegExp(name) });
  await expect(document).toBeVisible();
  await expect(page.getByRole('heading', { name: '检查结果' })).toBeVisible();
  await expect(page.getByText('不符合 0').first()).toBeVisible();
  // Who accepts does not decide.
  await expect(page.getByRole('button', { name: '作出决定' })).toHaveCount(0);

  await expect(page.getByRole('button', { name: '受理', exact: true })).toBeVisible();
  await page.keyboard.press('a');
  const done = page.getByRole('status').filter({ hasText: `已受理《${name}》` });
  await expect(done).toBeVisible();
  await expect(queue(page).getByText('这里没有申报')).toBeVisible();
  await done.getByRole('button', { name: '撤销' }).click();
  await expect(queue(page).getByRole('button', { name: new RegExp(name) })).toBeVisible();
  await expect(page.getByRole('button', { name: '受理', exact: true })).toBeVisible();
});

test('an acceptor returns an application with marked fields, and the applicant sees them where they are mended', async ({
  page,
}) => {
  const { id, name } = await submitted('applicant', { name: ownName('全国退回试验职业技能竞赛') });
  await openDesk(page, name);
  await queue(page)
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await page.getByRole('button', { name: '退回补正' }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`退回补正.*${name}`) });
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await expect(dialog.getByText('请填写').first()).toBeVisible();
  await dialog.getByRole('textbox', { name: '总的说明' }).fill('请补充经费承诺。');
  await dialog.getByRole('combobox', { name: '内容' }).fill('经费');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: '问题与要求' }).fill('自筹经费请附承诺函。');
  await dialog.getByRole('button', { name: '再标一处' }).click();
  await dialog.getByRole('combobox', { name: '内容' }).last().fill('联系人');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: '问题与要求' }).last().fill('请补电子邮箱。');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: `已退回《${name}》` })).toBeVisible();

  await enterAs(page, 'applicant');
  await page.goto(`/applications/${id}`);
  await standsAt(page, new RegExp(name));
  await expect(page.getByText('请补充经费承诺。').first()).toBeVisible();
  await expect(
    page.getByRole('region', { name: '专家、裁判与经费' }).getByText('自筹经费请附承诺函。'),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: '基本情况' }).getByText('请补电子邮箱。')).toBeVisible();
  await expect(page.getByRole('timer')).toContainText('距补正期限');
  await expect(page.getByRole('button', { name: /重新提交/ })).toBeVisible();
});

test('many are accepted at once after a preview, and given back at once', async ({ page }) => {
  const word = ownName('批量');
  const first = await submitted('applicant', { name: `全国${word}甲职业技能竞赛` });
  const second = await submitted('applicant', { name: `全国${word}乙职业技能竞赛` });
  await openDesk(page, word);
  await expect(queue(page).getByRole('checkbox', { name: /^选择/ })).toHaveCount(2);
  await page.getByRole('button', { name: '全选可受理的' }).click();
  await expect(page.getByText('已选 2 份')).toBeVisible();
  await page.getByRole('button', { name: '批量受理…' }).click();
  const preview = page.getByRole('dialog', { name: '批量受理' });
  await expect(preview.getByText('可受理 2 份')).toBeVisible();
  await expect(preview.getByText(first.name)).toBeVisible();
  await expect(preview.getByText(second.name)).toBeVisible();
  await preview.getByRole('button', { name: '受理 2 份' }).click();
  const done = page.getByRole('status').filter({ hasText: '已受理 2 份' });
  await expect(done).toBeVisible();
  await expect(queue(page).getByText('这里没有申报')).toBeVisible();
  await done.getByRole('button', { name: '撤销' }).click();
  await expect(queue(page).getByRole('checkbox', { name: /^选择/ })).toHaveCount(2);
});

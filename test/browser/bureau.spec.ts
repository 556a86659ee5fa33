import { expect, type Page } from '@playwright/test';
import { enterAs, goTo, test } from './demo-person.js';
import { comingYear, fitter, ownName, stepBy, submitted } from './own-application.js';

const hangzhou = { area: { level: 'municipal', divisionCode: '330100' }, occupations: [fitter] };

const queue = (page: Page) => page.getByRole('region', { name: '申报审核' });

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '搜索赛事、单位、职业' }).fill(words);
  await expect(page).toHaveURL(/[?&]q=/);
}

test('a city’s reviewer sees and decides what is its own, and nothing of the ministry', async ({ page }) => {
  const own = await submitted('works', { ...hangzhou, name: ownName('杭州市试验职业技能竞赛') });
  await stepBy('city-acceptor', own, 'acceptance');
  const national = await submitted('applicant', { name: ownName('全国他级试验职业技能竞赛') });
  await enterAs(page, 'city');
  await goTo(page, '申报审核');
  await page.getByRole('tab', { name: /全部/ }).click();
  await search(page, national.name);
  await expect(queue(page).getByText('这里没有申报')).toBeVisible();
  await search(page, own.name);
  await queue(page)
    .getByRole('button', { name: new RegExp(own.name) })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(own.name) })).toBeVisible();
  await expect(page.getByRole('button', { name: '作出决定' })).toBeVisible();
  await page.getByRole('button', { name: '开始审核' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已开始审核' })).toBeVisible();

  // Its own plans and windows, and the country's rules to read.
  await goTo(page, '年度竞赛计划');
  await expect(page.getByRole('cell', { name: '国家级' })).toHaveCount(0);
  await goTo(page, '申报时间');
  await expect(page.getByRole('cell', { name: /杭州市/ }).first()).toBeVisible();
});

test('the province looks at what its city decides, and cannot decide it', async ({ page }) => {
  const own = await submitted('works', { ...hangzhou, name: ownName('杭州市旁观试验职业技能竞赛') });
  await stepBy('city-acceptor', own, 'acceptance');
  await enterAs(page, 'bureau');
  await goTo(page, '申报审核');
  await page.getByRole('tab', { name: /全部/ }).click();
  await search(page, own.name);
  await queue(page)
    .getByRole('button', { name: new RegExp(own.name) })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(own.name) })).toBeVisible();
  await expect(page.getByText('您可以查看，由该级别的人社部门办理')).toBeVisible();
  for (const verb of ['受理', '作出决定', '开始审核', '退回补正'])
    await expect(page.getByRole('button', { name: verb, exact: true })).toHaveCount(0);
});

test.describe('beyond one’s reach', () => {
  test.use({ serverRefuses: true });

  test('a link to an application of another place says that there is nothing, and offers the way back', async ({
    page,
  }) => {
    const national = await submitted('applicant', { name: ownName('全国他地试验职业技能竞赛') });
    await enterAs(page, 'city');
    await page.goto(`/applications/${national.id}`);
    await expect(page.getByText('没有这份申报，或不在您的权限范围内。').first()).toBeVisible();
    await expect(page.getByText(national.name)).toHaveCount(0);
    await page.goto(`/annual-plans/nationalIndustry/000000/${comingYear}`);
    await expect(page.getByText('没有这份年度竞赛计划，或不在您的权限范围内。')).toBeVisible();
    await page.getByRole('link', { name: '回到上一级' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

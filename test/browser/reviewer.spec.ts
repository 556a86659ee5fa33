import { expect, type Page } from '@playwright/test';
import { enterAs, goTo, standsAt, test } from './demo-person.js';
import { callerFor, comingYear, dyer, ownName, stepBy, submitted } from './own-application.js';

const queue = (page: Page) => page.getByRole('region', { name: '申报审核' });

/** The desk with the queue of what waits for review, narrowed by a search; the keys are back at the desk. */
async function openDesk(page: Page, search: string): Promise<void> {
  await enterAs(page, 'reviewer');
  await goTo(page, '申报审核');
  await expect(page.getByRole('tab', { name: /待审核/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: '搜索赛事、单位、职业' })).toBeFocused();
  await page.keyboard.insertText(search);
  await expect(queue(page).getByRole('listitem')).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]q=/);
  await page.getByRole('heading', { level: 1 }).click();
}

test('a reviewer works the desk by keyboard: reads, begins, decides with conditions, and takes it back', async ({
  page,
}) => {
  const sent = await submitted('applicant2', { name: ownName('全国键盘试验职业技能竞赛') });
  await stepBy('acceptor', sent, 'acceptance');
  await openDesk(page, sent.name);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(sent.name) })).toBeVisible();
  const beside = page.getByRole('complementary').filter({ hasText: '检查结果' });
  await expect(beside.getByText(/^不符合 0$/)).toBeVisible();
  await beside.getByRole('button', { name: /显示通过的 \d+ 项/ }).click();
  const rule = beside.getByRole('listitem').filter({ hasText: '未超过二类上限' });
  await expect(rule).toContainText('通过');
  await expect(rule).toContainText('依据：');
  await expect(rule).toContainText('4 个竞赛职业');

  await page.keyboard.press('b');
  await expect(page.getByRole('status').filter({ hasText: `已开始审核《${sent.name}》` })).toBeVisible();
  await expect(beside.getByRole('button', { name: '开始审核' })).toHaveCount(0);
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: new RegExp(`作出审核决定.*${sent.name}`) });
  await dialog.getByRole('radio', { name: '同意', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('button', { name: '有条件同意', exact: true }).click();
  await expect(dialog.getByText('请填写').first()).toBeVisible();
  await dialog.getByRole('textbox', { name: '理由' }).fill('同意，请按期完善。');
  await dialog.getByLabel('依据条款').fill('申报通知（一）3');
  await page.keyboard.press('Tab');
  await dialog.getByRole('textbox', { name: '条件内容' }).fill('赛前一个月报送安全预案');
  await dialog.getByRole('textbox', { name: '落实期限' }).fill(`${comingYear}-03-31`);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '有条件同意', exact: true }).click();
  await expect(dialog).toBeHidden();
  const done = page.getByRole('status').filter({ hasText: `已有条件同意《${sent.name}》` });
  await expect(done).toContainText('公布年度计划前都可以撤销');
  await done.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('审核中').first()).toBeVisible();
  await expect(beside.getByRole('button', { name: '作出决定' })).toBeVisible();
});

test('two applications for one occupation stand side by side, and the calendar shows that they collide', async ({
  page,
}) => {
  const final = { finalFrom: `${comingYear}-01-11`, finalTo: `${comingYear}-01-14` };
  const wish = { occupations: [dyer], final };
  const one = await submitted('applicant', { ...wish, name: ownName('全国对照甲职业技能竞赛') });
  const other = await submitted('applicant2', { ...wish, name: ownName('全国对照乙职业技能竞赛') });
  await stepBy('acceptor', one, 'acceptance');
  await openDesk(page, one.name);
  await page.keyboard.press('ArrowDown');
  const same = page.getByRole('listitem').filter({ hasText: '共同职业：印染前处理工' });
  await expect(same.getByRole('link', { name: other.name })).toBeVisible();
  await same.filter({ hasText: other.name }).getByRole('link', { name: '并排对照' }).click();
  await standsAt(page, '申报对照');
  await expect(page.getByRole('columnheader', { name: new RegExp(one.name) })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: new RegExp(other.name) })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /赛事名称.*不同/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /相同/ })).toHaveCount(0);
  await page.getByText(/^全部 \d+ 项$/).click();
  await expect(page.getByRole('rowheader', { name: /职业.*相同/ }).first()).toBeVisible();

  await goTo(page, '赛程冲突');
  await page.getByRole('spinbutton', { name: '年份' }).fill(String(comingYear));
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('link', {
      name: new RegExp(`^${one.name}，${final.finalFrom} 至 ${final.finalTo}，同职业、同城、同周`),
    }),
  ).toBeVisible();
  const pair = page.getByRole('listitem').filter({ hasText: one.name }).filter({ hasText: other.name });
  await expect(pair).toContainText('同职业、同城、同周');
});

test('an annual plan stays a draft: its papers can be read, and publishing it says what is missing', async ({
  page,
}) => {
  const place = `nationalIndustry/000000/${comingYear}`;
  await discardDrafts(place);
  const sent = await submitted('applicant2', { name: ownName('全国计划试验职业技能竞赛') });
  const accepted = await stepBy('acceptor', sent, 'acceptance');
  const reviewed = await stepBy('reviewer', accepted, 'review');
  const granted = await stepBy('reviewer', reviewed, 'decision', {
    outcome: 'granted',
    reason: '同意。',
    article: '申报通知（一）',
  });
  await enterAs(page, 'reviewer');
  await goTo(page, '年度竞赛计划');
  await page
    .getByRole('cell', { name: String(comingYear), exact: true })
    .first()
    .click();
  await standsAt(page, new RegExp(`${comingYear}年.*职业技能竞赛计划`));
  await expect(page.getByRole('region', { name: '名单' }).getByText(new RegExp(sent.name))).toBeVisible();
  await page.getByRole('button', { name: '起草年度计划' }).click();
  await page.getByRole('dialog', { name: '起草新的一版' }).getByRole('button', { name: '起草' }).click();
  const panel = page.getByRole('region', { name: /第 1 版 · 年度计划/ });
  await expect(panel.getByText('未登记')).toHaveCount(4);
  for (const [paper, kind] of [
    ['通知（Word）', /\.docx$/],
    ['名单（Excel）', /\.xlsx$/],
  ] as const) {
    const comes = page.waitForEvent('download');
    await panel.getByRole('link', { name: paper }).click();
    expect((await comes).suggestedFilename()).toMatch(kind);
  }

  await page.getByRole('button', { name: /^公布第 1 版/ }).click();
  const missing = page.getByRole('dialog', { name: '还不能公布第 1 版' });
  for (const fact of [/发文字号/, /签发人/, /成文日期/, /扫描件/])
    await expect(missing.getByText(fact).first()).toBeVisible();
  await expect(missing.getByRole('button', { name: '公布第 1 版' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await panel.getByRole('button', { name: '登记要素' }).click();
  const facts = page.getByRole('dialog', { name: '登记要素' });
  await facts.getByRole('textbox', { name: '发文字号' }).fill(`演示部函(${comingYear})9号`);
  await facts.getByRole('button', { name: '保存' }).click();
  await expect(panel.getByText(`演示部函〔${comingYear}〕9号`)).toBeVisible();

  await panel.getByRole('button', { name: '删除拟稿' }).click();
  await page
    .getByRole('dialog', { name: /删除第 1 版拟稿/ })
    .getByRole('button', { name: '删除拟稿' })
    .click();
  await expect(page.getByRole('button', { name: '起草年度计划' })).toBeVisible();
  await undoDecision(granted);
});

/** What an earlier run left half done. */
async function discardDrafts(place: string): Promise<void> {
  const caller = await callerFor('reviewer');
  const plan = (await (await caller.get(`/api/v1/plans/${place}`)).json()) as {
    versions: { number: number; publishedAt: string | null }[];
  };
  for (const { number } of plan.versions.filter(({ publishedAt }) => publishedAt === null)) {
    const path = `/api/v1/plans/${place}/versions/${number}`;
    const { version } = (await (await caller.get(path)).json()) as { version: number };
    await caller.delete(path, { headers: { 'if-match': `"${version}"` } });
  }
  await caller.dispose();
}

async function undoDecision({ id, version }: { id: string; version: number }): Promise<void> {
  const caller = await callerFor('reviewer');
  const answer = await caller.delete(
    `/api/v1/applications/${id}/decision?reason=${encodeURIComponent('试验')}`,
    {
      headers: { 'if-match': `"${version}"` },
    },
  );
  expect(answer.ok()).toBe(true);
  await caller.dispose();
}

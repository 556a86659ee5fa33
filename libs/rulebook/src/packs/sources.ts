import type { Citation, Grade } from '../rule-pack.js';
import { said } from '../words.js';

/**
 * Where the clauses of the shipped packs stand. S01–S03 are the centre's notices in reprints of the official text, S05 a
 * press report of the ministry's notice; S04 is a practitioner's guide and S70 a web page: what only they say is unverified.
 */
const addresses = {
  S01: 'S01 http://www.0898px.com/show-72-325-1.html',
  S02: 'S02 https://tzjtgc.com/article/article_2329.html',
  S03: 'S03 http://etosta.org.cn/NewsDetail.aspx?ID=2939',
  S04: 'S04 https://xiexiebang.com/fanwen/qita/cd4ea445cd15f5c1.html',
  S05: 'S05 http://www.xy178.com/gonggao/20210407/98797.html',
  S33: 'S33 http://115.28.173.233/articles/50700',
  S62: 'S62 https://nanmuxuan.com/zh-mo/classic/hsbhdzsqklt.html',
  S70: 'S70 http://shandonghong.com/a/202402/704237.html',
};

const titles = {
  S01: said(
    '2020年国家级职业技能竞赛计划申报通知（2020-05-25）',
    'Notice on applying for the plan of 2020 (2020-05-25)',
  ),
  S02: said('2018年度国家级竞赛项目申报通知', 'Notice on applying for 2018'),
  S03: said('报送2022年总结和申报2023年计划通知', 'Notice on the summaries of 2022 and the plan of 2023'),
  S04: said('全国行业职业技能大赛申请指南（非官方）', 'A practitioner’s guide to applying (unofficial)'),
  S05: said('2021年全国行业职业技能竞赛通知（报道）', 'Press report of the notice of 2021'),
  S33: said('2019年全国新能源汽车关键技术技能大赛通知（报道）', 'Press report of a contest of 2019'),
  S62: said('2021年第四届全国智能制造应用技术技能大赛（报道）', 'Press report of a contest of 2021'),
  S70: said('国家级二类竞赛定义（网页）', 'Definition of class two (web page)'),
};

type SourceId = keyof typeof addresses;

/** A clause: in which source (and which others say the same), and what it says there. */
export function cited(
  ids: SourceId | readonly [SourceId, ...SourceId[]],
  zh: string,
  en: string,
  grade?: Grade,
): Citation {
  const all = typeof ids === 'string' ? ([ids] as const) : ids;
  const title = titles[all[0]];
  const unofficial = all.every((id) => id === 'S04');
  return {
    article: said(`《${title.zh}》：${zh}`, `${title.en}: ${en}`),
    source: all.map((id) => addresses[id]).join(' ; '),
    grade: grade ?? (unofficial ? 'unverified' : 'verified'),
  };
}

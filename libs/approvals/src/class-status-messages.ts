import { defineMessages } from '@luban/platform';

defineMessages({
  'approvals.official-name-granted': {
    zh: '“{name}”是批复竞赛的公布名称，只用于按批复建立的赛事；请使用其他名称。',
    en: '"{name}" is the official name of a granted contest, borne only by the event that is held by that grant. Choose another name.',
  },
  'approvals.series-without-grant': {
    zh: '“{name}”用了全国行业职业技能竞赛的系列名称，但本赛事没有获得批复。',
    en: '"{name}" is a name of the national industry series, but this event holds no grant.',
  },
  'approvals.days-not-as-granted': {
    zh: '举办日期 {days} 与批复的决赛日期 {final} 不一致；确需改期，请在申报中报告变更。',
    en: 'It is held {days}, but the final was granted for {final}. Report the change in the application if it stays so.',
  },
});

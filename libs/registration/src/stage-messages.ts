import { defineMessages } from '@luban/platform';

/** What registration finds before an event enters a stage, and what waits for people at home. */
export const stageMessages = defineMessages({
  'registration.no-delegations': {
    zh: '还没有代表团，报名开放后无人可报。',
    en: 'There is no delegation yet; nobody could enter.',
  },
  'registration.delegations-ready': { zh: '已有 {count} 个代表团。', en: '{count} delegation(s).' },
  'registration.no-quotas': {
    zh: '没有设定名额：各代表团报名数量不限。',
    en: 'No quotas are set: delegations may enter any number.',
  },
  'registration.delegations-unled': {
    zh: '{count} 个代表团还没有领队账号。',
    en: '{count} delegation(s) have no team leader with an account.',
  },
  'registration.still-open': {
    zh: '报名截止时间（{closesAt}）未到，现在结束报名将提前截止。',
    en: 'Registration closes at {closesAt}; ending it now closes it early.',
  },
  'registration.entries-waiting': { zh: '{count} 个报名待审核。', en: '{count} entries await review.' },
  'registration.entries-returned': {
    zh: '{count} 个报名已退回、尚未重新提交，将不能参赛。',
    en: '{count} returned entries have not been submitted again and will not take part.',
  },
  'registration.entries-draft': {
    zh: '{count} 个报名仍是草稿，将不能参赛。',
    en: '{count} entries are still drafts and will not take part.',
  },
  'registration.entries-reviewed': {
    zh: '所有报名均已审核，{count} 个通过。',
    en: 'All entries are reviewed; {count} accepted.',
  },
  'registration.over-quota': {
    zh: '{count} 处报名超出名额。',
    en: 'In {count} place(s) there are more entries than the quota.',
  },
  'registration.skill-empty': {
    zh: '“{skill}”没有通过审核的报名，不会开赛。',
    en: '"{skill}" has no accepted entry and will not take place.',
  },
  'registration.skill-small': {
    zh: '“{skill}”{group}只有 {count} 个报名，少于 {least} 个。某省规定人数不足的赛项取消（未核实是否适用于本赛事），请按本赛事规定决定。',
    en: '"{skill}" {group} has {count} entries, fewer than {least}. One province cancels such skills (unverified for this event); decide by your own rules.',
  },
  'registration.skill-not-drawn': { zh: '“{skill}”还没有抽签。', en: '"{skill}" has not been drawn.' },
  'registration.entries-unplaced': {
    zh: '“{skill}”有 {count} 个参赛单元还没有赛位。',
    en: '{count} entries of "{skill}" have no place yet.',
  },
  'registration.placed-at-failed': {
    zh: '“{skill}”有 {count} 个参赛单元被安排在故障赛位。',
    en: '{count} entries of "{skill}" are placed at failed workstations.',
  },
  'registration.all-drawn': {
    zh: '{count} 个项目均已抽签，每个参赛单元都有赛位。',
    en: 'All {count} skill(s) are drawn and every entry has its place.',
  },

  'registration.home-returned': {
    zh: '修改 {count} 个被退回的报名 · {event}',
    en: 'Mend {count} returned entries · {event}',
  },
  'registration.home-drafts': {
    zh: '提交 {count} 个报名草稿 · {event}',
    en: 'Submit {count} draft entries · {event}',
  },
  'registration.home-enter': {
    zh: '为“{delegation}”报名 · {event}',
    en: 'Enter competitors for "{delegation}" · {event}',
  },
  'registration.home-review': { zh: '审核 {count} 个报名 · {event}', en: 'Review {count} entries · {event}' },
  'registration.home-draw': { zh: '为 {count} 个项目抽签 · {event}', en: 'Draw {count} skill(s) · {event}' },
  'registration.home-session': {
    zh: '参加“{skill}”{module}：{session} {workstation}',
    en: 'Compete in "{skill}" {module}: {session} {workstation}',
  },
});

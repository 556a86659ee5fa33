import { defineMessages } from '@luban/platform';

/** What the pre-flight checks of this room say, and what waits for those who run events. */
export const findingMessages = defineMessages({
  'events.dates-given': { zh: '赛期 {startsOn} 至 {endsOn}。', en: 'Dates: {startsOn} to {endsOn}.' },
  'events.starts-in-past': {
    zh: '开赛日期 {startsOn} 已过，请确认赛期。',
    en: 'The first day, {startsOn}, has passed: check the dates.',
  },
  'events.no-registration-window': {
    zh: '没有填写报名起止时间，参赛队看不到何时截止。',
    en: 'No registration window is given: delegations cannot see when it closes.',
  },
  'events.registration-after-start': {
    zh: '报名截止晚于开赛日期。',
    en: 'Registration closes after the event starts.',
  },
  'events.host-named': { zh: '已有主办单位。', en: 'A host is named.' },
  'events.no-host': { zh: '还没有主办单位。', en: 'No host is named.' },
  'events.organiser-named': { zh: '已有承办单位。', en: 'An organiser is named.' },
  'events.no-organiser': {
    zh: '还没有承办单位；由本单位自行承办时，也请添加本单位。',
    en: 'No organiser is named; if the host runs it itself, add it as organiser too.',
  },
  'events.skills-given': { zh: '设有 {count} 个竞赛项目。', en: 'Skills: {count}.' },
  'events.no-skill': { zh: '还没有竞赛项目。', en: 'There is no skill yet.' },
  'events.skill-complete': {
    zh: '{skill}：组别、模块、权重完整。',
    en: '{skillEn}: groups, modules and weights complete.',
  },
  'events.no-group': { zh: '{skill}：还没有组别。', en: '{skillEn}: there is no group yet.' },
  'events.no-module': { zh: '{skill}：还没有模块。', en: '{skillEn}: there is no module yet.' },
  'events.no-venue': { zh: '{skill}：还没有安排场地。', en: '{skillEn}: no venue is assigned.' },
  'events.weights-partial': {
    zh: '{skill}：模块 {codes} 没有权重；要么全部填写，要么全部留空。',
    en: '{skillEn}: modules {codes} have no weight; give all of them one, or none.',
  },
  'events.weights-not-100': {
    zh: '{skill}：模块权重合计 {sum}%，应为 100%。',
    en: '{skillEn}: module weights come to {sum} %, not 100 %.',
  },
  'events.weights-disagree': {
    zh: '{skill}：模块权重与规则中理论、实操的比重不一致。',
    en: '{skillEn}: module weights do not agree with the shares of theory and practice in the rules.',
  },
  'events.part-without-module': {
    zh: '{skill}：规则给{partZh}分配了比重，但没有{partZh}模块。',
    en: '{skillEn}: the rules give {partEn} a share, but there is no {partEn} module.',
  },
  'events.theory-heavy': {
    zh: '{skill}：理论占 {theory}%；住房城乡建设行业通则不超过 30%（S43），请按本赛事规程确认。',
    en: '{skillEn}: theory counts {theory} %; one published rule allows at most 30 % (S43, construction sector). Check your own rules.',
  },
  'events.schedule-complete': {
    zh: '{skill}：场次、赛位完整。',
    en: '{skillEn}: sessions and workstations complete.',
  },
  'events.no-session': {
    zh: '{skill}：模块 {moduleCode} 还没有场次。',
    en: '{skillEn}: module {moduleCode} has no session.',
  },
  'events.session-short': {
    zh: '{skill}：场次“{session}”为 {minutes} 分钟，短于模块 {moduleCode} 的 {needed} 分钟。',
    en: '{skillEn}: session "{session}" lasts {minutes} minutes; module {moduleCode} needs {needed}.',
  },
  'events.session-outside': {
    zh: '{skill}：场次“{session}”（{day}）不在赛期内。',
    en: '{skillEn}: session "{session}" ({day}) lies outside the dates of the event.',
  },
  'events.session-other-day': {
    zh: '{skill}：模块 {moduleCode} 定在第 {day} 天，场次“{session}”却在 {from}。',
    en: '{skillEn}: module {moduleCode} is set for day {day}, but session "{session}" is on {from}.',
  },
  'events.sessions-overlap': {
    zh: '{skill}：场次“{session}”与“{other}”时间重叠，请确认不会占用同一赛位、同一选手。',
    en: '{skillEn}: sessions "{session}" and "{other}" overlap: make sure they share no workstation and no competitor.',
  },
  'events.no-workstation': {
    zh: '{skill}：还没有可用的赛位。',
    en: '{skillEn}: there is no usable workstation.',
  },

  // What waits for those who run events.
  'events.next-stage': { zh: '{actionZh} · {event}', en: '{actionEn} · {eventEn}' },
  'events.next-stage-missing': {
    zh: '补全 {missing} 项后{actionZh} · {event}',
    en: '{actionEn}, {missing} thing(s) missing first · {eventEn}',
  },
});

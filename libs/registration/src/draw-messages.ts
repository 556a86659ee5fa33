import { defineMessages } from '@luban/platform';

/** What registration says about draws. */
export const drawMessages = defineMessages({
  'registration.draw-ready': {
    zh: '可以抽签：{entries} 个参赛单元，{stations} 个可用赛位。',
    en: 'Ready to draw: {entries} entries, {stations} usable workstations.',
  },
  'registration.draw-not-possible': {
    zh: '还不能抽签：有 {count} 项须先处理。',
    en: 'The draw is not possible yet: {count} thing(s) must be settled first.',
  },
  'registration.draw-no-entries': { zh: '没有通过审核的报名。', en: 'There is no accepted entry.' },
  'registration.draw-no-modules': { zh: '项目还没有模块。', en: 'The skill has no module.' },
  'registration.draw-no-workstations': {
    zh: '没有可用的赛位（备用、故障赛位不参加抽签）。',
    en: 'There is no usable workstation (spare and failed ones are not drawn).',
  },
  'registration.draw-no-sessions': {
    zh: '模块“{module}”还没有场次。',
    en: 'Module "{module}" has no session.',
  },
  'registration.draw-too-few-places': {
    zh: '模块“{module}”位置不够：{entries} 个参赛单元，{sessions} 场 × {stations} 个赛位，还差 {missing} 个。请增加赛位或场次。',
    en: 'Module "{module}" has too few places: {entries} entries, {sessions} session(s) × {stations} workstation(s), {missing} missing. Add workstations or sessions.',
  },
  'registration.draw-unequal-sessions': {
    zh: '“全项目一次抽签”要求各模块的场次数相同。请统一场次数，或改为每个模块分别抽签。',
    en: 'Drawing once for the skill needs the same number of sessions in every module. Make them equal, or draw for each module.',
  },
  'registration.draw-sessions-overlap': {
    zh: '模块“{module}”的场次与其他模块时间重叠，排不开：同一选手不能同时在两处，同一赛位不能同时有两人。请调整场次时间或增加赛位。',
    en: 'The sessions of module "{module}" overlap those of others so that no arrangement exists: nobody can be in two places, no workstation used twice at once. Change the times or add workstations.',
  },
  'registration.draw-undecided': {
    zh: '还有 {count} 个报名未通过审核，不会参加抽签。',
    en: '{count} entries are not accepted and would be left out.',
  },
  'registration.draw-no-spare': {
    zh: '没有备用赛位，设备故障时无处可换。',
    en: 'There is no spare workstation to move to when one fails.',
  },
  'registration.draw-wrong-stage': {
    zh: '抽签在报名结束之后（“赛前准备”阶段起）进行。',
    en: 'Draws are held after registration, from the preparation on.',
  },
  'registration.draw-not-found': { zh: '没有找到这次抽签。', en: 'There is no such draw.' },
  'registration.redraw-reason-needed': {
    zh: '该项目已经抽签。重新抽签会作废上一次的结果，须写明理由。',
    en: 'The skill has been drawn. A new draw supersedes that one and needs a reason.',
  },
  'registration.not-drawn': { zh: '该项目还没有抽签。', en: 'The skill has not been drawn.' },
  'registration.nobody-unplaced': {
    zh: '所有参赛单元都已有位置，无须补抽。',
    en: 'Every entry has its place; there is nobody to place.',
  },
  'registration.draw-no-free-place': {
    zh: '空闲赛位不够 {entries} 个补抽的参赛单元使用（不移动已抽签的选手）。请把备用赛位改为可用，或增加赛位、场次。',
    en: 'There are not enough free workstations for {entries} late entries (nobody already drawn is moved). Put spares to use, or add workstations or sessions.',
  },
});

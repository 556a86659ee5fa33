import { defineConstraintCodes, defineMessages } from '@luban/platform';

defineMessages({
  'rules.pack-not-found': {
    zh: '没有这个规则包，或不在您的权限范围内。',
    en: 'There is no such rule pack, or it is not within your reach.',
  },
  'rules.pack-faults': {
    zh: '规则包有 {count} 处需要改正。',
    en: 'There are {count} things to correct in the rule pack.',
  },
  'rules.pack-fault': { zh: '这一项不符合要求。', en: 'This is not as it should be.' },
  'rules.pack-in-force': {
    zh: '规则包“{code}”已启用（自 {inForceFrom} 起），不能再修改。如需调整，请以它为基础新建规则包。',
    en: 'The rule pack {code} has been put in force (from {inForceFrom}) and is never edited. Make a new one from it.',
  },
  'rules.date-in-the-past': {
    zh: '启用日期不能早于今天（{today}）。',
    en: 'A pack cannot be put in force from a day before today ({today}).',
  },
  'rules.date-taken': {
    zh: '{inForceFrom} 已有另一个规则包启用，请另选日期。',
    en: 'Another pack is in force from {inForceFrom} already: choose another day.',
  },
  'rules.not-in-force': { zh: '这个规则包没有启用。', en: 'This rule pack has not been put in force.' },
  'rules.already-begun': {
    zh: '规则包自 {inForceFrom} 起已经生效，不能撤回。可以启用新的规则包来代替它。',
    en: 'The pack has been in force since {inForceFrom} and cannot be taken back. Put another one in force after it.',
  },
  'rules.pack-used': {
    zh: '这个规则包曾经启用，或是其他规则包的基础，不能删除。',
    en: 'This pack was in force once, or others are based on it: it cannot be deleted.',
  },
  'rules.code-taken': {
    zh: '本级已有代码相同的规则包，请换一个代码。',
    en: 'There is a pack with this code at your level already: choose another code.',
  },
  'rules.no-area': {
    zh: '请指明为哪一级、哪个地区新建规则包；只能为自己负责的级别和地区新建。',
    en: 'Say for which level and area the pack is: it has to be one that you act for.',
  },
});

defineConstraintCodes({
  rule_pack_level_division_code_code_key: 'rules.code-taken',
  rule_pack_force_level_division_code_in_force_from_idx: 'rules.date-taken',
  rule_pack_based_on_fk: 'rules.pack-used',
  rule_pack_force_pack_fk: 'rules.pack-used',
});

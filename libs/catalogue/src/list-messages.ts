import { defineMessages } from '@luban/platform';

/** What is wrong with a cell of a list that is to be imported. */
export const listMessages = defineMessages({
  'catalogue.code-missing': { zh: '缺少代码。', en: 'The code is missing.' },
  'catalogue.occupation-code': {
    zh: '“{text}”不是职业代码，应如 6-18-02-04（大类 6、中类 6-18、小类 6-18-02）。',
    en: '"{text}" is no occupation code; it looks like 6-18-02-04 (6, 6-18 and 6-18-02 for the classes above).',
  },
  'catalogue.industry-code': {
    zh: '“{text}”不是行业代码，应如 C、C34、C342、C3421。',
    en: '"{text}" is no industry code; it looks like C, C34, C342 or C3421.',
  },
  'catalogue.division-code': {
    zh: '“{text}”不是行政区划代码，应为六位数字（城市可为前四位）。',
    en: '"{text}" is no division code: six digits (the first four will do for a city).',
  },
  'catalogue.code-twice': {
    zh: '代码 {code} 与第 {row} 行重复。',
    en: 'The code {code} stands in row {row} already.',
  },
  'catalogue.name-missing': { zh: '缺少名称。', en: 'The name is missing.' },
  'catalogue.name-unfit': {
    zh: '名称过长（最多 {max} 字）或含有不可见的控制字符。',
    en: 'The name is too long (at most {max} characters) or holds control characters.',
  },
  'catalogue.text-hostile': {
    zh: '含有看不见或改变文字方向的字符（{code}），请删去后重新上传。',
    en: 'It holds a character that cannot be seen or turns the direction of writing ({code}). Take it out and upload the list again.',
  },
  'catalogue.text-formula': {
    zh: '“{text}”以 =、+、- 或 @ 开头，电子表格会当作公式，不能作为名称。',
    en: '"{text}" begins with =, +, - or @: a spreadsheet takes it for a formula, so it is no name.',
  },
  'catalogue.name-twice': {
    zh: '“{name}”与第 {row} 行重复。',
    en: '"{name}" stands in row {row} already.',
  },
  'catalogue.parent-unknown': {
    zh: '上级 {parent} 不在本文件中，也不在现有目录中。',
    en: 'The code above it, {parent}, is neither in this file nor in the catalogue.',
  },
  'catalogue.parent-differs': {
    zh: '上级代码写作“{text}”，按代码应为 {parent}。',
    en: 'The code above it is given as "{text}"; by its own code it is {parent}.',
  },
  'catalogue.level-differs': {
    zh: '层级写作“{text}”，按代码应为 {level}。',
    en: 'The level is given as "{text}"; by its code it is {level}.',
  },
  'catalogue.edition-differs': {
    zh: '本行属于 {text} 版，本次导入的是 {edition} 版。一个文件只能导入一个版次。',
    en: 'This row is of edition {text}; this import is of edition {edition}. A file is of one edition.',
  },
  'catalogue.mark-unknown': {
    zh: '标识“{text}”看不懂：L 绿色、S 数字、L/S 两者。',
    en: 'The mark "{text}" is unknown: L green, S digital, L/S both.',
  },
  'catalogue.yes-or-no': { zh: '“{text}”请写“是”或“否”。', en: 'Write yes or no instead of "{text}".' },
  'catalogue.level-unknown': {
    zh: '“{text}”不是技能等级：五级（初级工）、四级（中级工）、三级（高级工）、二级（技师）、一级（高级技师）。',
    en: '"{text}" is no skill level: 5 (五级, 初级工) to 1 (一级, 高级技师).',
  },
  'catalogue.standard-contradicts': {
    zh: '写明没有国家职业标准，却给出了最高等级。',
    en: 'It says that there is no national standard, and gives its highest level.',
  },
  'catalogue.kind-missing': { zh: '缺少单位类别。', en: 'The kind of organisation is missing.' },
  'catalogue.kind-unknown': {
    zh: '没有“{text}”这一类别。可选：部委、主管部门、协会学会、中央企业集团、群团组织、企业、院校、其他。',
    en: 'There is no kind "{text}". There are: ministry, bureau, association, centralEnterprise, massOrganisation, enterprise, school, other.',
  },
  'catalogue.division-unknown': {
    zh: '行政区划目录中没有 {code}。',
    en: 'There is no division {code} in the catalogue.',
  },
  'catalogue.industry-unknown': {
    zh: '行业目录中没有 {code}。',
    en: 'There is no industry {code} in the catalogue.',
  },
  'catalogue.text-unfit': {
    zh: '内容过长，最多 {max} 字。',
    en: 'Too long: at most {max} characters.',
  },
  'catalogue.many-removed': {
    zh: '现有 {total} 条中有 {count} 条不在文件里，将停用。请确认文件是完整的；如只是补充，请重新上传并选择“保留”。',
    en: '{count} of {total} entries are not in the file and will be retired. Make sure that the file is complete, or upload it again and choose to keep them.',
  },
  'catalogue.orphans': {
    zh: '有 {count} 条（如 {code}）的上级将被停用，而它们仍然保留。',
    en: '{count} entries (such as {code}) stay while the one above them is retired.',
  },
});

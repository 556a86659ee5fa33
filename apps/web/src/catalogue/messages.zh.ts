export const zh = {
  pick: {
    occupation: '输入职业代码、名称或拼音首字母',
    industry: '输入行业代码、名称或拼音首字母',
    division: '输入地区名称、拼音首字母或代码',
    organisation: '输入单位名称、简称或拼音首字母',
    none: '目录中没有找到',
    asTyped: '目录中没有，按“{{name}}”填写',
    loading: '正在查找…',
    failed: '查找失败，请稍后再试',
    gone: '不在现行目录中',
  },
  tag: {
    strategic: '战略重点',
    isNew: '新职业',
    standard: '有国家标准',
    noStandard: '无国家标准',
    green: '绿色',
    digital: '数字',
  },
} as const;

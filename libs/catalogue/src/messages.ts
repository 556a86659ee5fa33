import { defineMessages } from '@luban/platform';

/** What the catalogues refuse. What is wrong with single cells stands in list-messages.ts. */
export const catalogueMessages = defineMessages({
  'catalogue.ministry-only': {
    zh: '基础目录由人社部统一维护，地方部门可以查阅，不能导入。',
    en: 'The ministry keeps the catalogues; bureaus read them and do not import.',
  },
  'catalogue.import-not-found': { zh: '没有这次导入。', en: 'There is no such import.' },
  'catalogue.unreadable': { zh: '{detailZh}', en: '{detailEn}' },
  'catalogue.list-empty': { zh: '文件里没有数据行。', en: 'The file holds no rows.' },
  'catalogue.wrong-list': {
    zh: '{total} 行中有 {count} 行的代码不是“{kindZh}”的代码。请确认选对了目录和文件；未生成预览。',
    en: '{count} of {total} codes are none of the {kindEn}. Check the catalogue and the file; no preview was made.',
  },
  'catalogue.edition-missing': {
    zh: '文件没有写明版次，请填写版次年份，如 2022。',
    en: 'The file names no edition: give its year, such as 2022.',
  },
  'catalogue.import-faulty': {
    zh: '文件中有 {count} 处须修改，改正后重新上传。目录没有任何变化。',
    en: '{count} cell(s) of the file need mending; mend them and upload it again. Nothing was changed.',
  },
  'catalogue.import-settled': {
    zh: '这次导入已经生效或已放弃。',
    en: 'This import has been applied or discarded already.',
  },
  'catalogue.import-changes-nothing': {
    zh: '文件与现行目录完全一致，没有可导入的变化。',
    en: 'The file is the same as the catalogue in force; there is nothing to import.',
  },
  'catalogue.preview-stale': {
    zh: '生成预览之后目录已有变化。请重新上传文件，核对新的预览。',
    en: 'The catalogue has changed since this preview was made. Upload the file again and look at the new preview.',
  },
});

import type { Said } from '@luban/platform';

/** The states of an application in words. */
export const stateNames: Readonly<Record<string, Said>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待受理', en: 'Submitted' },
  accepted: { zh: '已受理', en: 'Accepted' },
  underReview: { zh: '审核中', en: 'Under review' },
  returned: { zh: '退回补正', en: 'Returned' },
  granted: { zh: '同意', en: 'Granted' },
  grantedWithConditions: { zh: '有条件同意', en: 'Granted with conditions' },
  declined: { zh: '不同意', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  revoked: { zh: '已撤销', en: 'Revoked' },
};

export const levelNames: Readonly<Record<string, string>> = {
  nationalIndustry: '全国行业',
  provincial: '省级',
  municipal: '市级',
  county: '县级',
};

export const classNames: Readonly<Record<string, string>> = { one: '一类', two: '二类' };

export const collisionNames = {
  both: { zh: '同职业、同城、同周', en: 'Same occupation, city and week' },
  occupation: { zh: '同职业、同周', en: 'Same occupation and week' },
  place: { zh: '同城、同周', en: 'Same city and week' },
} as const satisfies Record<string, Said>;

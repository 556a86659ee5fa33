import type {
  AuthorityLevel,
  ContestClass,
  DocumentKind,
  Grade,
  OrganisationKind,
  PartyPart,
  Words,
} from './rule-pack.js';

/** Both languages at once. */
export const said = (zh: string, en: string): Words => ({ zh, en });

/** Names one after the other, as each language writes a list. */
export const listed = (names: readonly string[]): Words => said(names.join('、'), names.join(', '));

/** Words one after the other. */
export const listedWords = (words: readonly Words[]): Words =>
  said(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));

export const organisationKindInWords: Record<OrganisationKind, Words> = {
  ministry: said('国务院有关部门', 'department of the State Council'),
  bureau: said('地方部门', 'local government department'),
  association: said('行业协会', 'industry association'),
  centralEnterprise: said('中央企业集团', 'central state enterprise group'),
  massOrganisation: said('群团组织', 'mass organisation'),
  enterprise: said('企业', 'company'),
  school: said('院校', 'school'),
  other: said('其他单位', 'other organisation'),
};

export const partyPartInWords: Record<PartyPart, Words> = {
  lead: said('牵头申办', 'lead applicant'),
  coHost: said('联合主办', 'co-host'),
  organiser: said('承办', 'organiser'),
  coOrganiser: said('协办', 'co-organiser'),
  technicalSupport: said('技术支持', 'technical support'),
};

export const documentKindInWords: Record<DocumentKind, Words> = {
  request: said('申请举办的请示', 'letter of request'),
  stampedForm: said('盖章的申请表', 'stamped application form'),
  feasibility: said('职业背景情况与可行性分析报告', 'background and feasibility report'),
  standard: said('国家职业技能标准颁布文件', 'copy of the act issuing the national standard'),
  implementationPlan: said('组织实施方案', 'implementation plan'),
  agreement: said('合作协议', 'co-operation agreement'),
  supplement: said('补充材料', 'supplementary material'),
  other: said('其他材料', 'other document'),
};

export const classInWords: Record<ContestClass, Words> = {
  one: said('一类', 'class one'),
  two: said('二类', 'class two'),
};

export const gradeInWords: Record<Grade, Words> = {
  verified: said('已核实', 'verified'),
  unverified: said('未核实', 'unverified'),
};

export const authorityLevelInWords: Record<AuthorityLevel, Words> = {
  nationalIndustry: said('国家级', 'national'),
  provincial: said('省级', 'provincial'),
  municipal: said('市级', 'municipal'),
  county: said('县级', 'county'),
};

/** 五级（初级工） … 一级（高级技师）: 1 is the highest. */
export const skillLevelInWords: Record<number, Words> = {
  5: said('初级工（五级）', 'level 5 (junior)'),
  4: said('中级工（四级）', 'level 4 (intermediate)'),
  3: said('高级工（三级）', 'level 3 (senior)'),
  2: said('技师（二级）', 'level 2 (technician)'),
  1: said('高级技师（一级）', 'level 1 (senior technician)'),
};

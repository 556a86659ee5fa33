import type { Role } from '@luban/audit';
import type { Said } from '@luban/platform';
import type { ReachPart } from './hand-down.js';

/** The roles by the words of the field (GLOSSARY). */
export const roleNames: Record<Role, Said> = {
  administrator: { zh: '管理员', en: 'administrator' },
  official: { zh: '主管部门人员', en: 'official' },
  acceptor: { zh: '受理人员', en: 'acceptor' },
  reviewer: { zh: '审核人员', en: 'reviewer' },
  host: { zh: '主办', en: 'host' },
  organiser: { zh: '承办', en: 'organiser' },
  teamLeader: { zh: '领队', en: 'team leader' },
  coach: { zh: '教练', en: 'coach' },
  competitor: { zh: '选手', en: 'competitor' },
  judge: { zh: '裁判', en: 'judge' },
  chiefJudge: { zh: '裁判长', en: 'chief judge' },
  floorJudge: { zh: '现场裁判', en: 'floor judge' },
  recorder: { zh: '录分员', en: 'recorder' },
  checker: { zh: '复核员', en: 'checker' },
  supervisor: { zh: '监督员', en: 'supervisor' },
};

const reachNames: Record<ReachPart, Said> = {
  event: { zh: '赛事', en: 'event' },
  organisation: { zh: '单位', en: 'organisation' },
  skill: { zh: '竞赛项目', en: 'skill' },
  delegation: { zh: '代表团', en: 'delegation' },
};

// Parameters of a message stand in the texts of both languages, so each is given in both: 「裁判长 chief judge」.
const both = ({ zh, en }: Said): string => `${zh} ${en}`;
export const roleInWords = (role: Role): string => both(roleNames[role]);
export const rolesInWords = (roles: readonly Role[]): string => roles.map(roleInWords).join('、') || '–';
export const reachInWords = (parts: readonly ReachPart[]): string =>
  parts.map((part) => both(reachNames[part])).join('、');

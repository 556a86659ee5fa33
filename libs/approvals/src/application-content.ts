/**
 * What an application states beside its columns, occupations, parties and documents. Every part may be missing in a
 * draft; amounts are whole yuan.
 */
export interface ApplicationContent {
  /** 竞赛目的与意义. */
  purpose?: string;
  contact?: { name?: string; phone?: string; email?: string };
  /** 组别. */
  groups?: { code: 'worker' | 'student' | 'other'; name: string }[];
  schedule?: { preliminaryFrom?: string; preliminaryTo?: string; note?: string };
  venue?: { city?: string; address?: string; facilities?: string; safety?: string };
  experts?: { count?: number; note?: string };
  judges?: { count?: number; note?: string };
  funding?: { totalYuan?: number; sources?: { name: string; amountYuan: number }[]; note?: string };
  scale?: { delegations?: number; competitors?: number };
  /** 近五年举办情况. */
  earlierEditions?: { year: number; name: string; occupations: string[]; competitors?: number }[];
  /** 民政部门年审合格的年份. */
  inspectionYears?: number[];
  /** 业务范围含技能人才培养、使用、评价、激励. */
  business?: { covers?: boolean; note?: string };
}

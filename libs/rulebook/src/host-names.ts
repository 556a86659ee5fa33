import type { ClassSubject } from './class-subject.js';
import type { OrganisationKind } from './rule-pack.js';

/** The ministry under its names over the years. As co-host 联合主办 it leads nothing and bars nobody. */
const hrMinistry = /^(人力资源(和)?社会保障部|人社部|劳动和社会保障部|劳动部|人事部)$/u;

/** Departments of the State Council as they sign notices; those of earlier years with them. */
const departments =
  /^(外交部|国防部|国家发展改革委|国家发展和改革委员会|教育部|科技部|科学技术部|工业和信息化部|国家民委|公安部|民政部|司法部|财政部|自然资源部|生态环境部|住房和城乡建设部|住房城乡建设部|建设部|交通运输部|交通部|铁道部|水利部|农业农村部|农业部|商务部|文化和旅游部|国家卫生健康委|卫生部|退役军人事务部|应急管理部|信息产业部|国土资源部|国务院国资委|民航总局|中国民用航空局|中国民航局|中国气象局|海关总署|国家(邮政|铁路|能源|林业和草原|粮食和物资储备|广播电视|市场监督管理|体育|统计|知识产权|安全生产监督管理|药品监督管理)(总)?局)$/u;

const withoutNote = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/等(单位)?$/u, '')
    .trim();

/**
 * The kind of an organisation as far as its name says it clearly; null: it does not. A group named 中国…集团 may be a
 * central enterprise or not: only the register knows.
 */
export function kindOfName(text: string): OrganisationKind | null {
  const name = withoutNote(text);
  if (hrMinistry.test(name) || departments.test(name)) return 'ministry';
  if (
    /总工会$|工会(全国委员会)?$|^共青团|^(全国妇联|中华全国妇女联合会|中国科协|中国科学技术协会)$/u.test(name)
  )
    return 'massOrganisation';
  if (/^(中国|中华|全国).+(协会|联合会|学会|商会)$/u.test(name)) return 'association';
  if (/[省市县区旗].*(厅|局|委员会|人民政府)$|^新疆生产建设兵团/u.test(name)) return 'bureau';
  if (/(大学|学院|学校|技校)$/u.test(name)) return 'school';
  if (/^(中国|国家).*(集团|公司)$/u.test(name)) return null;
  if (/(公司|厂)$/u.test(name)) return 'enterprise';
  if (name === '中国就业培训技术指导中心') return 'other';
  return null;
}

/**
 * The hosts of a published record, one after the other with 、 between them. The first leads, unless it is the ministry
 * with others beside it. Only hosts are named, and 「等」 leaves some of them out: the list is never complete.
 */
export function partiesOfHosts(text: string): NonNullable<ClassSubject['parties']> {
  const names = text
    .split(/[、,，;；]/u)
    .map((name) => name.trim())
    .filter((name) => withoutNote(name) !== '');
  const bare = names.map(withoutNote);
  const leads = bare.findIndex((name) => !hrMinistry.test(name));
  return bare.map((name, index) => ({
    name,
    kind: kindOfName(name),
    part: index === Math.max(leads, 0) ? ('lead' as const) : ('coHost' as const),
  }));
}

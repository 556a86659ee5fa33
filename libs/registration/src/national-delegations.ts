/** A delegation as an organiser starts it from: nothing is stored until he takes it over. */
export interface DelegationSuggestion {
  code: string;
  name: string;
  nameEn: string;
}

/** Where the composition was published. */
export const nationalDelegationsSource = {
  zh: '第一届全国技能大赛参赛代表团（人民日报 2020-07-05，scsqw.cn/gzdt/zyhy/content_39264）；行业代表团只参加世赛选拔项目',
  en: 'Delegations of the first national skills competition (People’s Daily, 2020-07-05); industries entered the WorldSkills selection only',
};

/**
 * The 36 delegations of the national level: 31 provinces, the 兵团 and four industries. Composition as announced for the
 * first national skills competition of 2020 (人民日报 2020-07-05, scsqw.cn/gzdt/zyhy/content_39264); the codes are the
 * letters of GB/T 2260, BT for the 兵团 and the bodies' own English initials for the industries. Industries entered the
 * WorldSkills selection only.
 */
export const nationalDelegations: readonly DelegationSuggestion[] = [
  of('BJ', '北京市代表团', 'Beijing'),
  of('TJ', '天津市代表团', 'Tianjin'),
  of('HE', '河北省代表团', 'Hebei'),
  of('SX', '山西省代表团', 'Shanxi'),
  of('NM', '内蒙古自治区代表团', 'Inner Mongolia'),
  of('LN', '辽宁省代表团', 'Liaoning'),
  of('JL', '吉林省代表团', 'Jilin'),
  of('HL', '黑龙江省代表团', 'Heilongjiang'),
  of('SH', '上海市代表团', 'Shanghai'),
  of('JS', '江苏省代表团', 'Jiangsu'),
  of('ZJ', '浙江省代表团', 'Zhejiang'),
  of('AH', '安徽省代表团', 'Anhui'),
  of('FJ', '福建省代表团', 'Fujian'),
  of('JX', '江西省代表团', 'Jiangxi'),
  of('SD', '山东省代表团', 'Shandong'),
  of('HA', '河南省代表团', 'Henan'),
  of('HB', '湖北省代表团', 'Hubei'),
  of('HN', '湖南省代表团', 'Hunan'),
  of('GD', '广东省代表团', 'Guangdong'),
  of('GX', '广西壮族自治区代表团', 'Guangxi'),
  of('HI', '海南省代表团', 'Hainan'),
  of('CQ', '重庆市代表团', 'Chongqing'),
  of('SC', '四川省代表团', 'Sichuan'),
  of('GZ', '贵州省代表团', 'Guizhou'),
  of('YN', '云南省代表团', 'Yunnan'),
  of('XZ', '西藏自治区代表团', 'Xizang'),
  of('SN', '陕西省代表团', 'Shaanxi'),
  of('GS', '甘肃省代表团', 'Gansu'),
  of('QH', '青海省代表团', 'Qinghai'),
  of('NX', '宁夏回族自治区代表团', 'Ningxia'),
  of('XJ', '新疆维吾尔自治区代表团', 'Xinjiang'),
  of('BT', '新疆生产建设兵团代表团', 'Xinjiang Production and Construction Corps'),
  of('MOT', '交通运输部代表团', 'Ministry of Transport (transport)'),
  of('MOHURD', '住房城乡建设部代表团', 'Ministry of Housing and Urban-Rural Development (construction)'),
  of('CMIF', '中国机械工业联合会代表团', 'China Machinery Industry Federation (machinery)'),
  of('CNLIC', '中国轻工业联合会代表团', 'China National Light Industry Council (light industry)'),
];

function of(code: string, name: string, nameEn: string): DelegationSuggestion {
  return { code, name, nameEn };
}

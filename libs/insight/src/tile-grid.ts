/** A province as a tile: GB/T 2260 code, names and its place in the grid (row and column from 0). */
export interface Tile {
  divisionCode: string;
  name: string;
  nameEn: string;
  /** 简称. */
  shortName: string;
  /** Letters of GB/T 2260. */
  shortNameEn: string;
  row: number;
  column: number;
  /** Whether contests are counted here; the others are named and stay empty. */
  counted: boolean;
}

const tile = (
  divisionCode: string,
  shortName: string,
  shortNameEn: string,
  name: string,
  nameEn: string,
  row: number,
  column: number,
  counted = true,
): Tile => ({
  divisionCode,
  name,
  nameEn,
  shortName,
  shortNameEn,
  row,
  column,
  counted,
});

/**
 * The country as tiles of one size, each near its neighbours: 31 provinces and 兵团 (66 is a working code, not in
 * GB/T 2260), with Taiwan, Hong Kong and Macao named but empty. A tile grid makes no statement about borders.
 */
export const tileGrid: readonly Tile[] = [
  tile('230000', '黑', 'HL', '黑龙江省', 'Heilongjiang', 0, 7),
  tile('650000', '新', 'XJ', '新疆维吾尔自治区', 'Xinjiang', 1, 0),
  tile('660000', '兵团', 'XPCC', '新疆生产建设兵团', 'XPCC', 1, 1),
  tile('150000', '内蒙古', 'NM', '内蒙古自治区', 'Inner Mongolia', 1, 4),
  tile('220000', '吉', 'JL', '吉林省', 'Jilin', 1, 7),
  tile('620000', '甘', 'GS', '甘肃省', 'Gansu', 2, 2),
  tile('640000', '宁', 'NX', '宁夏回族自治区', 'Ningxia', 2, 3),
  tile('140000', '晋', 'SX', '山西省', 'Shanxi', 2, 4),
  tile('110000', '京', 'BJ', '北京市', 'Beijing', 2, 5),
  tile('120000', '津', 'TJ', '天津市', 'Tianjin', 2, 6),
  tile('210000', '辽', 'LN', '辽宁省', 'Liaoning', 2, 7),
  tile('540000', '藏', 'XZ', '西藏自治区', 'Tibet', 3, 1),
  tile('630000', '青', 'QH', '青海省', 'Qinghai', 3, 2),
  tile('610000', '陕', 'SN', '陕西省', 'Shaanxi', 3, 3),
  tile('410000', '豫', 'HA', '河南省', 'Henan', 3, 4),
  tile('130000', '冀', 'HE', '河北省', 'Hebei', 3, 5),
  tile('370000', '鲁', 'SD', '山东省', 'Shandong', 3, 6),
  tile('510000', '川', 'SC', '四川省', 'Sichuan', 4, 2),
  tile('500000', '渝', 'CQ', '重庆市', 'Chongqing', 4, 3),
  tile('420000', '鄂', 'HB', '湖北省', 'Hubei', 4, 4),
  tile('340000', '皖', 'AH', '安徽省', 'Anhui', 4, 5),
  tile('320000', '苏', 'JS', '江苏省', 'Jiangsu', 4, 6),
  tile('310000', '沪', 'SH', '上海市', 'Shanghai', 4, 7),
  tile('530000', '云', 'YN', '云南省', 'Yunnan', 5, 2),
  tile('520000', '贵', 'GZ', '贵州省', 'Guizhou', 5, 3),
  tile('430000', '湘', 'HN', '湖南省', 'Hunan', 5, 4),
  tile('360000', '赣', 'JX', '江西省', 'Jiangxi', 5, 5),
  tile('330000', '浙', 'ZJ', '浙江省', 'Zhejiang', 5, 6),
  tile('450000', '桂', 'GX', '广西壮族自治区', 'Guangxi', 6, 4),
  tile('440000', '粤', 'GD', '广东省', 'Guangdong', 6, 5),
  tile('350000', '闽', 'FJ', '福建省', 'Fujian', 6, 6),
  tile('710000', '台', 'TW', '台湾省', 'Taiwan', 6, 7, false),
  tile('460000', '琼', 'HI', '海南省', 'Hainan', 7, 4),
  tile('820000', '澳', 'MO', '澳门特别行政区', 'Macao', 7, 5, false),
  tile('810000', '港', 'HK', '香港特别行政区', 'Hong Kong', 7, 6, false),
];

/** Rows and columns of the grid. */
export const tileRows = 8;
export const tileColumns = 8;

/** A skill of WorldSkills as its list names it. */
export interface WorldSkill {
  number: number;
  name: string;
  nameEn: string;
  sector: WorldSkillSector;
  teamSize: number;
  /** Age limit in the year of competition; null where no source gives one. */
  ageYearsMax: number | null;
  /** Whether the Chinese name was checked in a published list or is only recalled. */
  nameGrade: 'verified' | 'recalled';
  /** Whether the number was: the two skills not held in 2022 (59, 61) keep the place between their neighbours. */
  numberGrade: 'verified' | 'recalled';
}

export type WorldSkillSector =
  'manufacturing' | 'information' | 'construction' | 'transport' | 'creative' | 'services';

/** The six sectors of WorldSkills. Their Chinese names are recalled, not checked. */
export const worldSkillSectors: Readonly<Record<WorldSkillSector, { zh: string; en: string }>> = {
  manufacturing: { zh: '制造与工程技术', en: 'Manufacturing and Engineering Technology' },
  information: { zh: '信息与通信技术', en: 'Information and Communication Technology' },
  construction: { zh: '结构与建筑技术', en: 'Construction and Building Technology' },
  transport: { zh: '运输与物流', en: 'Transportation and Logistics' },
  creative: { zh: '创意艺术与时尚', en: 'Creative Arts and Fashion' },
  services: { zh: '社会与个人服务', en: 'Social and Personal Services' },
};

/**
 * Where the list comes from. Age limits are those of the 2022 Special Edition, which by the delay of the cycle lie one
 * year above the ordinary ones: an organiser sees and may change them.
 */
export const worldSkillsSource = {
  zh: '第46届世界技能大赛63个项目：中文名称据国内选拔项目公告与 WorldSkills 2026 官方项目表，编号、组队人数与年龄上限据 2022 年特别赛项目表。',
  en: 'The 63 skills of the 46th WorldSkills: Chinese names from the national selection notices and the official WorldSkills 2026 list; numbers, team sizes and age limits from the 2022 Special Edition.',
} as const;

/** Sector, team size and age are those of the 2022 Special Edition, of the national list where a skill was not held. */
const rows: readonly [
  number: number,
  name: string,
  nameEn: string,
  sector: WorldSkillSector,
  teamSize: number,
  ageYearsMax: number | null,
  nameGrade: 'verified' | 'recalled',
][] = [
  [1, '工业机械', 'Industrial Mechanics', 'manufacturing', 1, 23, 'verified'],
  [2, '信息网络布线', 'Information Network Cabling', 'information', 1, 26, 'verified'],
  [3, '制造团队挑战赛', 'Manufacturing Team Challenge', 'manufacturing', 3, 26, 'verified'],
  [4, '机电一体化', 'Mechatronics', 'manufacturing', 2, 26, 'verified'],
  [5, 'CAD机械设计', 'Mechanical Engineering CAD', 'manufacturing', 1, 23, 'verified'],
  [6, '数控车', 'CNC Turning', 'manufacturing', 1, 23, 'verified'],
  [7, '数控铣', 'CNC Milling', 'manufacturing', 1, 23, 'verified'],
  [8, '移动应用开发', 'Mobile Applications Development', 'information', 1, 23, 'verified'],
  [9, '商务软件解决方案', 'IT Software Solutions for Business', 'information', 1, 23, 'verified'],
  [10, '焊接', 'Welding', 'manufacturing', 1, 23, 'verified'],
  [11, '印刷媒体技术', 'Print Media Technology', 'information', 1, 23, 'verified'],
  [12, '瓷砖贴面', 'Wall and Floor Tiling', 'construction', 1, 23, 'verified'],
  [13, '车身修理', 'Autobody Repair', 'transport', 1, 23, 'verified'],
  [14, '飞机维修', 'Aircraft Maintenance', 'transport', 1, 26, 'verified'],
  [15, '管道与制暖', 'Plumbing and Heating', 'construction', 1, 23, 'verified'],
  [16, '电子技术', 'Electronics', 'manufacturing', 1, 23, 'verified'],
  [17, '网站设计与开发', 'Web Technologies', 'information', 1, 23, 'verified'],
  [18, '电气装置', 'Electrical Installations', 'construction', 1, 23, 'verified'],
  [19, '工业控制', 'Industrial Control', 'manufacturing', 1, 23, 'verified'],
  [20, '砌筑', 'Bricklaying', 'construction', 1, 23, 'verified'],
  [21, '抹灰与隔墙系统', 'Plastering and Drywall Systems', 'construction', 1, 23, 'verified'],
  [22, '油漆与装饰', 'Painting and Decorating', 'construction', 1, 23, 'verified'],
  [23, '移动机器人', 'Mobile Robotics', 'manufacturing', 2, 23, 'verified'],
  [24, '家具制作', 'Cabinetmaking', 'construction', 1, 23, 'verified'],
  [25, '精细木工', 'Joinery', 'construction', 1, 23, 'verified'],
  [26, '木工', 'Carpentry', 'construction', 1, 23, 'verified'],
  [27, '珠宝加工', 'Jewellery', 'creative', 1, 23, 'verified'],
  [28, '花艺', 'Floristry', 'creative', 1, 23, 'verified'],
  [29, '美发', 'Hairdressing', 'services', 1, 23, 'verified'],
  [30, '美容', 'Beauty Therapy', 'services', 1, 23, 'verified'],
  [31, '时装技术', 'Fashion Technology', 'creative', 1, 23, 'verified'],
  [32, '糖艺/西点制作', 'Pâtisserie and Confectionery', 'services', 1, 23, 'verified'],
  [33, '汽车技术', 'Automobile Technology', 'transport', 1, 23, 'verified'],
  [34, '烹饪', 'Cooking', 'services', 1, 23, 'verified'],
  [35, '餐厅服务', 'Restaurant Service', 'services', 1, 23, 'verified'],
  [36, '汽车喷漆', 'Car Painting', 'transport', 1, 23, 'verified'],
  [37, '园艺', 'Landscape Gardening', 'construction', 2, 23, 'verified'],
  [38, '制冷与空调', 'Refrigeration and Air Conditioning', 'construction', 1, 23, 'verified'],
  [39, '网络系统管理', 'IT Network Systems Administration', 'information', 1, 23, 'verified'],
  [40, '平面设计技术', 'Graphic Design Technology', 'creative', 1, 23, 'verified'],
  [41, '健康和社会照护', 'Health and Social Care', 'services', 1, 23, 'verified'],
  [42, '建筑金属构造', 'Construction Metal Work', 'manufacturing', 1, 23, 'verified'],
  [43, '塑料模具工程', 'Plastic Die Engineering', 'manufacturing', 1, 23, 'verified'],
  [44, '商品展示技术', 'Visual Merchandising', 'creative', 1, 23, 'verified'],
  [45, '原型制作', 'Prototype Modelling', 'manufacturing', 1, 23, 'verified'],
  [46, '混凝土建筑', 'Concrete Construction Work', 'construction', 2, 23, 'verified'],
  [47, '烘焙', 'Bakery', 'services', 1, 23, 'verified'],
  [48, '工业4.0', 'Industry 4.0', 'manufacturing', 2, 26, 'verified'],
  [49, '重型车辆维修', 'Heavy Vehicle Technology', 'transport', 1, 23, 'verified'],
  [50, '3D 数字游戏艺术', '3D Digital Game Art', 'creative', 1, 23, 'verified'],
  [51, '货运代理', 'Freight Forwarding', 'transport', 1, 23, 'verified'],
  [52, '化学实验室技术', 'Chemical Laboratory Technology', 'manufacturing', 1, 23, 'verified'],
  [53, '云计算', 'Cloud Computing', 'information', 1, 26, 'verified'],
  [54, '网络安全', 'Cyber Security', 'information', 2, 26, 'verified'],
  [55, '水处理技术', 'Water Technology', 'manufacturing', 1, 26, 'verified'],
  [56, '酒店接待', 'Hotel Reception', 'services', 1, 23, 'verified'],
  [57, '增材制造', 'Additive Manufacturing', 'manufacturing', 1, 26, 'verified'],
  [58, '建筑信息建模', 'Digital Construction', 'construction', 1, 26, 'verified'],
  [59, '工业设计技术', 'Industrial Design Technology', 'creative', 1, null, 'recalled'],
  [60, '光电技术', 'Optoelectronic Technology', 'manufacturing', 1, 26, 'verified'],
  [61, '轨道车辆技术', 'Rail Vehicle Technology', 'transport', 1, null, 'verified'],
  [62, '可再生能源', 'Renewable Energy', 'manufacturing', 1, 23, 'verified'],
  [63, '机器人系统集成', 'Robot Systems Integration', 'manufacturing', 2, 26, 'verified'],
];

/** The 63 skills of the 46th WorldSkills, by number. */
export const worldSkills: readonly WorldSkill[] = rows.map(
  ([number, name, nameEn, sector, teamSize, ageYearsMax, nameGrade]) => ({
    number,
    name,
    nameEn,
    sector,
    teamSize,
    ageYearsMax,
    nameGrade,
    numberGrade: number === 59 || number === 61 ? 'recalled' : 'verified',
  }),
);

/** A skill by its number, or undefined. */
export const worldSkill = (number: number): WorldSkill | undefined => worldSkills[number - 1];

import fc from 'fast-check';
import { contestKey, kindOfName, officialName, partiesOfHosts } from './index.js';
import { classStatus2018 } from './packs/class-status-2018.js';
import { classStatus2020 } from './packs/class-status-2020.js';

describe('the official name', () => {
  it('follows the rule until 2019, and the one from 2020', () => {
    expect(
      officialName(classStatus2018, {
        planYear: 2019,
        edition: null,
        name: '全国新能源汽车关键技术技能大赛',
      }),
    ).toBe('2019年中国技能大赛——全国新能源汽车关键技术技能大赛');
    expect(
      officialName(classStatus2020, {
        planYear: 2021,
        edition: '第四届',
        name: '全国智能制造应用技术技能大赛',
      }),
    ).toBe('2021年全国行业职业技能竞赛——第四届全国智能制造应用技术技能大赛');
  });

  it('holds year, series and edition once, whoever typed them into the name', () => {
    const once = '2021年全国行业职业技能竞赛——第四届全国智能制造应用技术技能大赛';
    const wish = { planYear: 2021, edition: '第四届' };
    expect(officialName(classStatus2020, { ...wish, name: once })).toBe(once);
    expect(officialName(classStatus2020, { ...wish, name: '第四届全国智能制造应用技术技能大赛' })).toBe(once);
  });

  it('takes a name as it is, whatever letters stand in it', () => {
    const name = '全国“{planYear}$&”技能大赛';
    expect(officialName(classStatus2020, { planYear: 2024, edition: null, name })).toBe(
      `2024年全国行业职业技能竞赛——${name}`,
    );
  });
});

describe('the key of a contest', () => {
  it.each([
    ['第九届全国钢铁行业职业技能竞赛("首钢杯")', '第十一届全国钢铁行业职业技能竞赛'],
    ['"华阳杯"第十五届全国煤炭行业职业技能竞赛', '全国煤炭行业职业技能竞赛'],
    ['2022年全国行业职业技能竞赛——第二届全国工业设计职业技能大赛', '首届全国工业设计职业技能大赛'],
    ['2021年全国行业职业技能竞赛——第七届全国职工职业技能大赛', '全国职工技能大赛'],
    ['第十八届“振兴杯”全国青年职业技能大赛（职工组）', '第二届"振兴杯"全国青年职业技能大赛'],
    ['2021年全国冶金建设行业职业技能竞赛暨中冶集团第八届职业技能竞赛(电工)', '全国冶金建设行业职业技能竞赛'],
    ['2019年中国技能大赛——全国新能源汽车关键技术技能大赛', '全国新能源汽车关键技术技能竞赛'],
  ])('%s is the same as %s', (one, other) => {
    expect(contestKey(one)).toBe(contestKey(other));
  });

  it('keeps different contests apart', () => {
    const names = [
      '全国钢铁行业职业技能竞赛',
      '全国煤炭行业职业技能竞赛',
      '全国工业设计职业技能大赛',
      '全国数控技能大赛',
      '职业技能竞赛',
    ];
    expect(new Set(names.map(contestKey)).size).toBe(names.length);
  });

  it('of a key is the key, and never nothing for something', () => {
    const letters = fc.constantFrom(...'第十届全国2021年“”()——暨职业技能大赛竞赛杯 电工'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 24 }), (name) => {
        const key = contestKey(name);
        expect(contestKey(key)).toBe(key);
        if (name.trim() !== '') expect(key).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the kind of an organisation', () => {
  it.each([
    ['人力资源社会保障部', 'ministry'],
    ['劳动和社会保障部', 'ministry'],
    ['交通运输部', 'ministry'],
    ['中华全国总工会等', 'massOrganisation'],
    ['中国机械冶金建材工会全国委员会', 'massOrganisation'],
    ['共青团中央青年发展部', 'massOrganisation'],
    ['中国钢铁工业协会', 'association'],
    ['中国轻工业联合会(RECALLED for 2021)', 'association'],
    ['浙江省人力资源和社会保障厅', 'bureau'],
    ['深圳职业技术学院', 'school'],
    ['某某科技有限公司', 'enterprise'],
    ['中冶集团', null],
    ['中国宝武钢铁集团有限公司', null],
    ['浙江省机械工业联合会', null],
  ])('%s: %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });

  it('of hosts: the first leads, unless it is the ministry with others beside it', () => {
    const lead = (hosts: string) => partiesOfHosts(hosts).find(({ part }) => part === 'lead')?.name;
    expect(lead('人力资源社会保障部、中华全国总工会、中国机械工业联合会')).toBe('中华全国总工会');
    expect(lead('中国石油和化学工业联合会')).toBe('中国石油和化学工业联合会');
    expect(lead('人力资源社会保障部')).toBe('人力资源社会保障部');
    expect(partiesOfHosts('')).toEqual([]);
  });
});

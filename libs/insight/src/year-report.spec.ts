import { contestTables } from './report-lists.js';
import type { ContestDto, RecordCountDto, YearInsightDto } from './year-insight.dto.js';
import { summary } from './year-report.js';

describe('the year in sentences', () => {
  it('does not say that a plan is unpublished where a public record has it', () => {
    const record = {
      classOne: 10,
      classTwo: 77,
      occupations: null,
      document: null,
      source: '某网',
      verified: false,
    };
    const year = {
      ...{ planYear: 2021, level: 'nationalIndustry', areaName: '全国', asOf: '2026-11-22T04:00:00Z' },
      totals: {
        applications: 3,
        granted: 3,
        published: 0,
        open: 0,
        declined: 0,
        withdrawn: 0,
        revoked: 0,
        applicants: 2,
      },
      ...{ before: null, plan: null, participation: [], industries: [] },
      record: { published: { ...record, figure: 'published', gradeNote: '' }, target: null },
      classes: [{ class: 'two', applications: 3, granted: 3, published: 0, open: 0, held: 0, target: null }],
      occupations: { different: 0, fresh: [] },
      months: { avoided: [], dated: 0 },
      duties: { conditions: { open: 0 }, obligations: { open: 0 } },
    } as unknown as YearInsightDto;
    const said = summary(year).join('');
    expect(said).not.toContain('尚未发布');
    expect(said).toContain('不是在本系统发布的。据公开记录：公布一类10、二类77（来源：某网，未核实）。');
    expect(said).toContain('二类竞赛申报3项、获批3项，公开记录公布77项');
    const target: RecordCountDto = {
      ...{
        classOne: 10,
        classTwo: 70,
        occupations: null,
        document: '〔2021〕1号',
        source: '〔2021〕1号第五部分',
      },
      ...{ verified: true, figure: 'target', gradeNote: '' },
    };
    expect(summary({ ...year, record: { published: null, target } }).join('')).toContain(
      '据公开记录：目标约10 / 70（来源：〔2021〕1号第五部分，已核实）。',
    );
    expect(summary({ ...year, record: null }).join('')).toContain('年度竞赛计划尚未发布。');
  });
});

describe('the annex', () => {
  const contest = (name: string, given: Partial<ContestDto>): ContestDto =>
    ({
      ...{
        applicationId: name,
        name,
        class: 'two',
        state: 'granted',
        lead: '某协会',
        divisionCode: '000000',
      },
      ...{ published: true, number: null, historic: false, demo: false, occupations: [], areaName: '全国' },
      ...given,
    }) as ContestDto;
  const rowsOf = (contests: ContestDto[]) =>
    contestTables(contests).flatMap((block) =>
      block.kind === 'table' ? block.rows.map(([number, name]) => `${String(number)} ${String(name)}`) : [],
    );

  it('has the numbers and the order of the published list; what is not published follows, unnumbered', () => {
    expect(
      rowsOf([
        contest('a 未列入', { published: false }),
        contest('b 钢铁', { number: 3 }),
        contest('c 改类', {}),
        contest('d 冶金', { number: 2, state: 'grantedWithConditions' }),
        contest('e 数控', { class: 'one', number: 1, demo: true }),
      ]),
    ).toEqual([
      '1 e 数控（演示数据）',
      '2 d 冶金（有条件）',
      '3 b 钢铁',
      '– a 未列入（未发布）',
      '– c 改类（类别更正未发布）',
    ]);
  });

  it('says how many are unnumbered, and of which authority each is where several stand together', () => {
    const blocks = JSON.stringify(
      contestTables([
        contest('a', { number: 1, divisionCode: '330100', areaName: '杭州市' }),
        contest('b', { published: false, divisionCode: '330200', areaName: '宁波市' }),
      ]),
    );
    expect(blocks).toContain('未列入的1项排在其后，不编号');
    expect(blocks).toContain('某协会（杭州市）');
  });
});

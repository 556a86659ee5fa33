import { type BatchWords, readBatch } from '../../apps/web/src/people/batch-rows.js';

const words: BatchWords = {
  roleOf: (text) =>
    text === '裁判' || text === 'judge'
      ? 'judge'
      : text === '领队'
        ? 'teamLeader'
        : text === '主办'
          ? 'host'
          : null,
  options: [
    {
      role: 'judge',
      skill: 'must',
      delegation: 'not',
      organisation: 'may',
      skillId: null,
      delegationId: null,
    },
    {
      role: 'teamLeader',
      skill: 'not',
      delegation: 'must',
      organisation: 'may',
      skillId: null,
      delegationId: null,
    },
  ],
  skills: [{ id: 'welding-id', code: '10', name: '焊接', label: 'Welding' }],
  delegations: [{ id: 'hubei-id', code: 'HB', name: '湖北', label: '湖北' }],
};
const faultsOf = (text: string) =>
  readBatch(text, words).map((row) => [
    row.row,
    ...row.faults.map(({ code, value }) => `${code} ${value}`.trim()),
  ]);

it('reads what a spreadsheet copies, headings in any order', () => {
  const rows = readBatch(
    '角色\t姓名\t竞赛项目\t账号\n裁判\t张伟\t焊接\tzhang.wei\n\nJudge\t李娜\twelding\t\n',
    words,
  );
  expect(rows.map((row) => row.account)).toEqual([
    { displayName: '张伟', login: 'zhang.wei', roles: [{ role: 'judge', skillId: 'welding-id' }] },
    { displayName: '李娜', roles: [{ role: 'judge', skillId: 'welding-id' }] },
  ]);
  expect(rows.map((row) => row.row)).toEqual([2, 4]);
});

it('reads CSV with a byte-order mark, quoted commas and line breaks', () => {
  const [row] = readBatch('\ufeff姓名,角色,代表团\r\n"林, ""涛""\n领队",领队,hb\r\n', words);
  expect(row?.account).toEqual({
    displayName: '林, "涛"\n领队',
    roles: [{ role: 'teamLeader', delegationId: 'hubei-id' }],
  });
});

it('says of each row what is not understood', () => {
  expect(
    faultsOf(
      [
        '姓名,角色,竞赛项目,代表团',
        ',裁判,焊接,',
        '甲,院长,,',
        '乙,主办,,',
        '丙,裁判,,',
        '丁,裁判,木工,',
        '戊,领队,,',
        '己,领队,,湖南',
      ].join('\n'),
    ),
  ).toEqual([
    [2, 'noName'],
    [3, 'unknownRole 院长'],
    [4, 'notYours 主办'],
    [5, 'missingSkill'],
    [6, 'unknownSkill 木工'],
    [7, 'missingDelegation'],
    [8, 'unknownDelegation 湖南'],
  ]);
});

it('leaves a skill out where the role takes none, and fills in the giver’s own delegation', () => {
  const leader: BatchWords = {
    ...words,
    options: [
      {
        role: 'judge',
        skill: 'not',
        delegation: 'must',
        organisation: 'not',
        skillId: null,
        delegationId: 'own',
      },
    ],
  };
  expect(readBatch('姓名,角色,竞赛项目\n甲,裁判,焊接', leader)[0]?.account?.roles).toEqual([
    { role: 'judge', delegationId: 'own' },
  ]);
});

it('finds no rows without the headings', () => {
  expect(readBatch('张伟\t裁判\n李娜\t裁判', words)).toEqual([]);
});

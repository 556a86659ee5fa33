import type { ClassStatusPeople } from './class-status-people.js';

/** The base of the ladder: an enterprise and a school file 备案 a contest of this year each. Names say that they are invented. */
export async function fileInDemo({ person }: ClassStatusPeople): Promise<void> {
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const contact = (name: string) => `${name} 0571-12345678`;
  await person('works').post('/filings', {
    name: '西湖精密机械岗位练兵技能竞赛（演示）',
    occupations: [
      { edition: '2022', code: '6-18-01-01', name: '车工' },
      { edition: '2022', code: '6-20-01-01', name: '装配钳工' },
    ],
    startsOn: `${year}-06-12`,
    endsOn: `${year}-06-13`,
    place: '西湖精密机械实训车间',
    competitors: 86,
    contact: contact('何平'),
  });
  await person('school').post('/filings', {
    name: '西湖技师学院校园技能节（演示）',
    occupations: [{ edition: '2022', code: '6-18-02-04', name: '焊工' }],
    startsOn: `${year}-05-20`,
    endsOn: `${year}-05-22`,
    place: '西湖技师学院焊接实训中心',
    competitors: 120,
    contact: contact('苏梅'),
  });
}

import type { SubjectOccupation } from '../class-subject.js';
import type { Words } from '../rule-pack.js';
import type { Check, Outcome } from '../verdict.js';
import { evidenceOf, notStated, overOccupations } from '../verdict.js';
import { said, skillLevelInWords } from '../words.js';

/** 1 is the highest level: 「三级以上」 is a number of at most 3. */
function judge(occupation: SubjectOccupation, levelAtLeast: number, strategicExempt: boolean): Outcome {
  const { standardExists, standardTopLevel, strategic } = occupation;
  if (standardExists === null) return 'unknown';
  if (standardExists)
    return standardTopLevel === null ? 'unknown' : standardTopLevel <= levelAtLeast ? 'passed' : 'failed';
  if (!strategicExempt || strategic === false) return 'failed';
  return strategic ? 'passed' : 'unknown';
}

/**
 * A national occupational standard with this level or above. Without any standard, a strategic field may be admitted
 * where the rule says so; a standard that ends below is not mended by that.
 */
export const standardLevel: Check<'standardLevel'> = ({ levelAtLeast, strategicExempt }, subject) => {
  if (!subject.occupations) return notStated(said('申报职业', 'the occupations'));
  const judged = subject.occupations.map((occupation) => ({
    name: occupation.name,
    outcome: judge(occupation, levelAtLeast, strategicExempt),
  }));
  const level = skillLevelInWords[levelAtLeast] ?? said(`${levelAtLeast} 级`, `level ${levelAtLeast}`);
  const or = strategicExempt ? said('，或属国家战略重点领域', ', or the field is strategic') : said('', '');
  return overOccupations(
    subject,
    judged,
    {
      passed: said(
        `各职业均已颁布国家职业技能标准且设${level.zh}以上${or.zh}。`,
        `Each occupation has a national standard with ${level.en} or above${or.en}.`,
      ),
      failed: (names) =>
        said(
          `没有设${level.zh}以上的国家职业技能标准${strategicExempt ? '，也未说明属国家战略重点领域' : ''}：${names.zh}。`,
          `No national standard with ${level.en} or above${strategicExempt ? ', and no strategic field' : ''}: ${names.en}.`,
        ),
      unknown: (names) =>
        said(
          `是否有国家职业技能标准、最高设到几级，没有资料：${names.zh}。`,
          `Whether there is a standard, and up to which level, is not known: ${names.en}.`,
        ),
    },
    [
      evidenceOf(
        said('标准最高等级', 'highest level of the standard'),
        subject.occupations.map((one) => {
          const { zh, en } = standardInWords(one);
          return said(`${one.name}：${zh}`, `${one.name}: ${en}`);
        }),
      ),
    ],
  );
};

function standardInWords({ standardExists, standardTopLevel, strategic }: SubjectOccupation): Words {
  if (standardExists === null) return said('不明', 'not known');
  if (!standardExists)
    return strategic
      ? said('没有标准，属国家战略重点领域', 'no standard, strategic field')
      : said('没有标准', 'no standard');
  const level = standardTopLevel === null ? undefined : skillLevelInWords[standardTopLevel];
  return level ?? said('等级不明', 'level not known');
}

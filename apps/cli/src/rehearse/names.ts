import type { SeededRandom } from './seeded-random.js';

const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红斌波辉鹏宇浩凯佳琪雪梅晨阳博文志远思源',
];

/** A Chinese name of two or three characters. */
export function personName(random: SeededRandom): string {
  const first = random.pick(families);
  return first + random.pick(given) + (random.next() < 0.7 ? random.pick(given) : '');
}

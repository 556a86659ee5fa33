const quoted = /[“”"「」『』‘’']/gu;

/**
 * The same contest over the years 赛事主键: its name without year, series, edition 第N届, the sponsor's cup in quotes
 * (“首钢杯”, “华阳杯”), what it is held together with (暨…), groups in brackets, and the words 职业技能大赛/竞赛 with which a
 * contest changes its class. Stable: the key of a key is the key.
 */
export function contestKey(name: string): string {
  const flat = name.normalize('NFKC').replace(/\s+/gu, '');
  const bare = flat
    .replace(/[(][^()]*[“”"「」『』‘’'][^()]*[)]/gu, '')
    .replace(/[“"「『‘'][^“”"「」『』‘’']*杯[”"」』’']/gu, '')
    .replace(quoted, '')
    .replace(/^\d{4}年(度)?/u, '')
    .replace(/^(中国技能大赛|全国行业职业技能竞赛)[—\-–]+/u, '')
    .replace(/^\d{4}年(度)?/u, '')
    .replace(/第[〇零一二三四五六七八九十百\d]+届|首届/gu, '')
    .replace(/暨.*$/u, '')
    .replace(/[(][^()]*[)]/gu, '');
  const short = bare.replace(/(职业)?(技能)?(大赛|竞赛)$/u, '');
  const key = short === '' ? bare || flat : short;
  return key === flat ? key : contestKey(key);
}

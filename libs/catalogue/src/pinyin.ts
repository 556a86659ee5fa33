import { customPinyin, pinyin } from 'pinyin-pro';

/** How a name sounds, for search: first letters (`hg`) and syllables without tones, parted by blanks (`han gong`). */
export interface Sound {
  initials: string;
  pinyin: string;
}

// Names of places and words of trades that are read otherwise than they are spelt.
customPinyin({
  曾都: 'zēng dū',
  都区: 'dū qū',
  都市: 'dū shì',
  都县: 'dū xiàn',
  任城: 'rén chéng',
  六枝: 'lù zhī',
  六合: 'lù hé',
  乐清: 'yuè qīng',
  单县: 'shàn xiàn',
  蔚县: 'yù xiàn',
  尉犁: 'yù lí',
  洪洞: 'hóng tóng',
  解州: 'hài zhōu',
  牟平: 'mù píng',
  大埔: 'dà bù',
  涡阳: 'guō yáng',
  宕昌: 'tàn chāng',
  筠连: 'jūn lián',
  大城县: 'dài chéng xiàn',
  薄膜: 'bó mó',
  给排水: 'jǐ pái shuǐ',
  给水: 'jǐ shuǐ',
});

/**
 * The sound of a name by its words (银行 yinhang, 长春 changchun, 重庆 chongqing); ü is `v`, as it is typed. Latin
 * letters and digits stand for themselves, punctuation for nothing.
 */
export function soundOf(name: string): Sound {
  const syllables = pinyin(name.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'spaced',
    v: true,
  })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  return {
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    pinyin: syllables.join(' '),
  };
}

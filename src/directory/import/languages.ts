/** Languages by their English names, as ISO 639 codes (two letters where there are two). */

const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    arabic: 'ar',
    armenian: 'hy',
    creole: 'ht',
    'haitian creole': 'ht',
    farsi: 'fa',
    persian: 'fa',
    french: 'fr',
    german: 'de',
    greek: 'el',
    hebrew: 'he',
    hindi: 'hi',
    hmong: 'hmn',
    italian: 'it',
    japanese: 'ja',
    khmer: 'km',
    korean: 'ko',
    lakota: 'lkt',
    navajo: 'nv',
    ojibwa: 'oj',
    polish: 'pl',
    portuguese: 'pt',
    punjabi: 'pa',
    russian: 'ru',
    somali: 'so',
    spanish: 'es',
    tagalog: 'tl',
    ukrainian: 'uk',
    urdu: 'ur',
    vietnamese: 'vi',
    yupik: 'esu',
    'any chinese language': 'zh',
    chinese: 'zh',
    'american sign language': 'ase',
  }),
);

/** The code of a language that is called by its English name or by its code. */
export function languageCode(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return /^[a-z]{2,3}$/.test(name) ? name : CODES.get(name);
}

import type { Language } from '../i18n/language';

const DIGITS = '零一二三四五六七八九';
const PARTS: readonly { sign: string; word: string }[] = [
  { sign: '条', word: 'Article' },
  { sign: '款', word: 'paragraph' },
  { sign: '项', word: 'item' },
];

/** 1 to 99 as laws write them: 三, 十一, 四十四; null for anything else. */
function chineseNumber(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  const [, tens, ten, ones] = match ?? [];
  if (text === '' || match === null || (ten === undefined && tens !== undefined && ones !== undefined)) {
    return null;
  }
  const value = (digit: string | undefined) => (digit === undefined ? 0 : DIGITS.indexOf(digit));
  return ten === undefined ? value(tens) + value(ones) : (tens === undefined ? 1 : value(tens)) * 10 + value(ones);
}

/** 第三条第六项 as “Article 3, item 6”; what is not of that form stays as it is. */
export function articleWords(article: string, language: Language): string {
  if (language === 'zh') {
    return article;
  }
  const found = [...article.matchAll(/第([一二三四五六七八九十]+)([条款项])/g)];
  if (found.length === 0 || found.map(([whole]) => whole).join('') !== article) {
    return article;
  }
  const words = found.map(([, number = '', sign = '']) => {
    const value = chineseNumber(number);
    const part = PARTS.find((each) => each.sign === sign);
    return value === null || part === undefined ? null : `${part.word} ${value}`;
  });
  return words.includes(null) ? article : words.join(', ');
}

import { expect, it } from 'vitest';
import { articleWords } from './articles';

it.each([
  ['第三条第六项', 'Article 3, item 6'],
  ['第四条', 'Article 4'],
  ['第十一条', 'Article 11'],
  ['第十九条第四款', 'Article 19, paragraph 4'],
  ['第四十四条第一款', 'Article 44, paragraph 1'],
  ['第二十条', 'Article 20'],
])('says %s in English', (article, words) => {
  expect(articleWords(article, 'en')).toBe(words);
  expect(articleWords(article, 'zh')).toBe(article);
});

it.each(['', '附则', '第三条和第四条', 'Art. 3', '第三四条'])('leaves %o as it is', (article) => {
  expect(articleWords(article, 'en')).toBe(article);
});

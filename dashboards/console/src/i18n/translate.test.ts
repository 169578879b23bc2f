import { describe, expect, it } from 'vitest';
import { en } from './en';
import { runbookSteps } from './runbooks';
import { fill, translator, type Key } from './translate';
import { zh } from './zh';

const KEYS = Object.keys(zh) as Key[];
const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[?}]/g)].map((match) => match[1]))].sort();

describe('the dictionaries', () => {
  it.each(KEYS)('say %s in both languages with the same values', (key) => {
    expect(zh[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
    expect(names(en[key])).toEqual(names(zh[key]));
  });

  it('hold no Chinese in the English texts but the name of the other language', () => {
    const mixed = KEYS.filter((key) => /\p{Script=Han}/u.test(en[key]));
    expect(mixed).toEqual(['top.language', 'top.language.short']);
  });

  it('hold no machine words', () => {
    expect(KEYS.filter((key) => /\b(null|undefined|exception|NaN)\b/i.test(`${zh[key]} ${en[key]}`))).toEqual([]);
  });
});

describe('a text', () => {
  it('takes its values', () => {
    expect(translator('zh')('queue.new', { n: 12 })).toBe('12 条新告警');
    expect(translator('en')('queue.new', { n: 12 })).toBe('12 new alerts');
  });

  it('chooses the word for one', () => {
    expect(translator('en')('queue.new', { n: 1 })).toBe('1 new alert');
  });

  it('does not read placeholders in values', () => {
    expect(fill('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });
});

describe('the runbooks', () => {
  const shipped = ['ssh-password-guessing', 'ssh-success-after-guessing', 'web-scan', 'web-attack-strings', 'sudo-privilege-escalation', 'bulk-reading-unpublished', 'review-login-outside-duty-hours', 'trademark-bulk-export'];

  it.each(shipped)('have steps in both languages for %s', (name) => {
    const steps = runbookSteps(name) ?? [];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    steps.forEach(({ zh: chinese, en: english }) => {
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(english).not.toMatch(/\p{Script=Han}/u);
    });
  });

  it('do not invent what to do for an unknown one', () => {
    expect(runbookSteps('house-special')).toBeNull();
  });
});

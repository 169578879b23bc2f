import { describe, expect, it } from 'vitest';
import type { Bilingual } from '../api/types';
import { EVIDENCE_TYPES, evidenceText } from '../lib/evidencetexts';
import { KIND_CODES, kindName } from '../lib/kinds';
import { SIGNAL_CODES, signalName } from '../lib/signals';
import { en } from './en';
import type { Key } from './translate';
import { zh } from './zh';

/**
 * No text may call a filing abnormal before a person has decided: until then it is indicated,
 * suspected, to be checked. The one exception says what a person has found.
 */
const DECIDED: readonly Key[] = ['filing.state.confirmed.hint'];
const VERDICT = /非正常|不正常申请|异常申请|恶意申请|违法|abnormal|irregular filing|fraud|bad[- ]faith filing|illegal/i;

const both = (text: Bilingual | null): string[] => (text === null ? [] : [text.zh, text.en]);
const verdicts = (texts: readonly string[]) => texts.filter((text) => VERDICT.test(text));

describe('before a person has decided', () => {
  it('no text of the dictionaries is a verdict', () => {
    const keys = Object.keys(zh) as Key[];
    expect(keys.filter((key) => VERDICT.test(zh[key]) || VERDICT.test(en[key]))).toEqual(DECIDED);
  });

  it('no name of a kind is one', () => {
    expect(KIND_CODES).toHaveLength(19);
    expect(verdicts(KIND_CODES.flatMap((code) => both(kindName(code))))).toEqual([]);
  });

  it('no name of a signal is one', () => {
    expect(verdicts(SIGNAL_CODES.flatMap((code) => both(signalName(code))))).toEqual([]);
  });

  it('no sentence of evidence is one', () => {
    const texts = EVIDENCE_TYPES.map((type) => evidenceText(type)).filter((text) => text !== null);
    expect(texts.length).toBeGreaterThan(25);
    expect(verdicts(texts.flatMap(({ name, sentence }) => [...both(name), ...both(sentence)]))).toEqual([]);
  });

  it('the states say in their names who decides', () => {
    expect(zh['filing.state.pending']).toBe('待核实');
    expect(zh['filing.state.confirmed.hint']).toMatch(/^审查员认定/);
    expect(en['filing.state.confirmed.hint']).toMatch(/^A reviewer/);
  });
});

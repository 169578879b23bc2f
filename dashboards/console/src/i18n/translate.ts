import type { Bilingual } from '../api/types';
import { en } from './en';
import type { Language } from './language';
import { zh } from './zh';

export type Key = keyof typeof zh;

/** Names between braces in a text: `{n} 条` has `n`. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export type Params<K extends Key> = Record<Placeholders<(typeof zh)[K]>, string | number>;

/** A text without placeholders takes no parameters; one with, all of them. */
export type Rest<K extends Key> = [Placeholders<(typeof zh)[K]>] extends [never] ? [] : [params: Params<K>];

export type Translate = <K extends Key>(key: K, ...rest: Rest<K>) => string;

const TEXTS: Record<Language, Record<Key, string>> = { zh, en };

const PLURAL = /\{(\w+)\?([^|{}]*)\|([^{}]*)\}/g;
const PLACEHOLDER = /\{(\w+)\}/g;

/** `{n?alert|alerts}` is the first word where n is 1, else the second. */
export function fill(text: string, params: Record<string, string | number>): string {
  return text
    .replace(PLURAL, (_, name: string, one: string, many: string) => (String(params[name]) === '1' ? one : many))
    .replace(PLACEHOLDER, (_, name: string) => String(params[name] ?? ''));
}

export function translator(language: Language): Translate {
  const texts = TEXTS[language];
  return (key, ...rest) => fill(texts[key], rest[0] ?? {});
}

/** A text of the data in the reader's language. */
export function say(text: Bilingual, language: Language): string {
  return text[language];
}

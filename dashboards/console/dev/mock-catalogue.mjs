// The requirements of the catalogue in this tree, as the service would answer them. Empty where the
// tree has none: the mock then answers as a service does whose catalogue is not there yet.
//   ZHIDUN_COMPLIANCE_CATALOGUE names another folder.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = process.env.ZHIDUN_COMPLIANCE_CATALOGUE ?? fileURLToPath(new URL('../../../rules/catalog/src/main/resources/io/zhidun/catalog/compliance/', import.meta.url));

function rows(name) {
  const path = join(ROOT, name);
  if (!existsSync(path)) {
    return [];
  }
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  return lines.map((line) => Object.fromEntries(head.map((column, index) => [column, line[index] ?? ''])));
}

const names = new Map(rows('names.tsv').map(({ zh, en }) => [zh, { zh, en }]));
const named = (zh) => names.get(zh) ?? { zh, en: zh };
const texts = new Map(rows('texts.tsv').map((row) => [row.key, row]));

/** Checks by the key of the requirement that they serve; reads only the two members that it needs. */
function checksByKey() {
  const path = join(ROOT, 'checks.yml');
  const found = { byKey: new Map(), checks: new Map() };
  if (!existsSync(path)) {
    return found;
  }
  let code = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, start] = /^ {2}([a-z0-9-]+):$/.exec(line) ?? [];
    const [, zh, en] = /^ {4}name: \{zh: (.*), en: (.*)\}$/.exec(line) ?? [];
    const [, every] = /^ {4}every: (\S+)$/.exec(line) ?? [];
    const [, items] = /^ {4}items: \[(.*)\]$/.exec(line) ?? [];
    if (start !== undefined) {
      code = start;
      found.checks.set(code, { code, title: { zh: code, en: code }, interval: 'PT1H', items: 0 });
    } else if (zh !== undefined) {
      found.checks.get(code).title = { zh, en };
    } else if (every !== undefined) {
      found.checks.get(code).interval = every;
    } else if (items !== undefined) {
      const keys = items.split(',').map((key) => key.trim());
      found.checks.get(code).items = keys.length;
      keys.forEach((key) => found.byKey.set(key, [...(found.byKey.get(key) ?? []), code]));
    }
  }
  return found;
}

const { byKey, checks } = checksByKey();
export const CHECKS = [...checks.values()];
export const RISKS = new Map(rows('risks.tsv').map(({ code, kind, zh, en }) => [code, { code, kind, name: { zh, en } }]));

function requirement(row) {
  const text = texts.get(row.key) ?? texts.get(row.key.replace(/@.*/, '')) ?? { zh: row.id, en: row.id, objects: 'system' };
  const [, clause, letter] = /^L\d-([\d.]+)-([a-z]+)$/.exec(row.id) ?? [];
  return {
    id: row.id,
    clause,
    letter,
    category: named(row.category),
    controlPoint: named(row['control-point']),
    gloss: { zh: text.zh, en: text.en },
    class: row.evidence,
    hint: { zh: text['hint-zh'] ?? '', en: text['hint-en'] ?? '' },
    extension: row.extension === '' ? null : row.extension,
    checks: byKey.get(row.key) ?? [],
    scopes: (text.objects ?? 'system').split(' ').map((kind) => kind.replace(/@.*/, '')),
  };
}

const cache = new Map();

/** Requirements of a level, in the order of the standard. */
export function requirementsOf(level) {
  if (!cache.has(level)) {
    cache.set(level, rows(`level-${level}.tsv`).map(requirement));
  }
  return cache.get(level);
}

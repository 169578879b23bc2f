// The rules of the catalogue in this tree, as the service would answer them. Reads only what the
// catalogue's own style of YAML needs: one key a line, folded texts, lists of one level.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../rules/catalog/src/main/resources/io/zhidun/catalog/', import.meta.url));
const read = (path) => readFileSync(ROOT + path, 'utf8');

function unquote(text) {
  return text.startsWith('"') ? JSON.parse(text) : text.replace(/^'(.*)'$/s, '$1');
}

/** A key's text below an indent: on its line, or folded on the following. */
function textOf(document, key, indent = '') {
  const [, first, rest] = new RegExp(`^${indent}${key}: ?(.*)\\n((?:${indent}    .*\\n)*)`, 'm').exec(document) ?? [];
  if (first === undefined) {
    return '';
  }
  return first.startsWith('>') ? rest.split('\n').map((line) => line.trim()).join(' ').trim() : unquote(first.trim());
}

function listOf(document, key, indent = '') {
  const [, items] = new RegExp(`^${indent}${key}:\\n((?:${indent}    - .*\\n)*)`, 'm').exec(document) ?? [];
  return (items ?? '').split('\n').filter(Boolean).map((line) => unquote(line.trim().slice(2)));
}

function seconds(text) {
  return Number.parseInt(text, 10) * { s: 1, m: 60, h: 3_600, d: 86_400 }[text.at(-1)] || 600;
}

function ruleOf(path, document, referred) {
  const own = (key) => textOf(document, key, '    ');
  const name = textOf(document, 'name');
  const title = textOf(document, 'title');
  const description = textOf(document, 'description');
  return {
    id: textOf(document, 'id'),
    name,
    version: textOf(document, 'id').replaceAll('-', ''),
    title: { zh: own('title-zh') || title, en: title },
    level: textOf(document, 'level'),
    description: { zh: own('description-zh') || description, en: description },
    tags: listOf(document, 'tags'),
    family: path.split('/')[1],
    type: /^correlation:\n {4}type: (\w+)/m.exec(document)?.[1] ?? 'event',
    detects: own('alone') === 'true' || !referred.has(name),
    runbook: own('runbook'),
    category: own('category'),
  };
}

function casesOf(path) {
  return [...read(path.replace(/\.yml$/, '.cases.yml')).matchAll(/^- name: (.*)\n {2}detections: (\d+)\n {2}events:\n((?: {4}.*\n)*)/gm)].map(([, name, detections, events]) => ({
    name: unquote(name),
    detections: Number(detections),
    events: events.split('\n').filter(Boolean).reduce((sum, line) => sum + Number(/repeat: (\d+)/.exec(line)?.[1] ?? 1), 0),
  }));
}

function load() {
  if (!existsSync(`${ROOT}index.txt`)) {
    return [];
  }
  const files = read('index.txt').split('\n').filter((path) => /^(sigma|correlation)\/.*\.yml$/.test(path) && !path.endsWith('.cases.yml'));
  const documents = files.flatMap((path) => read(path).split(/^---\n/m).map((document) => ({ path, document })));
  const relates = (document) => (document.includes('\ncorrelation:\n') ? listOf(document, 'rules', '    ') : []);
  const referred = new Set(documents.flatMap(({ document }) => relates(document)));
  return documents.map(({ path, document }) => ({ path, document, refersTo: relates(document), rule: ruleOf(path, document, referred) }));
}

const RULES = load();

export function listRules() {
  return RULES.map(({ rule }) => rule).sort((a, b) => a.name.localeCompare(b.name));
}

/** Undefined for a name that the catalogue does not have. */
export function ruleDetail(name) {
  const found = RULES.find(({ rule }) => rule.name === name || rule.id === name);
  if (found === undefined) {
    return undefined;
  }
  const own = (key) => textOf(found.document, key, '    ');
  const zh = listOf(found.document, 'falsepositives-zh', '    ');
  return {
    rule: found.rule,
    summary: { zh: own('summary-zh'), en: own('summary-en') },
    falsePositives: listOf(found.document, 'falsepositives').map((en, at) => ({ zh: zh[at] ?? en, en })),
    recoverySeconds: seconds(own('recovery')),
    refersTo: found.refersTo,
    usedBy: RULES.filter((other) => other.refersTo.includes(found.rule.name)).map((other) => other.rule.name),
    cases: casesOf(found.path),
    source: read(found.path),
  };
}

// Walks the life of a rule through the console of a real installation: an engineer writes, tries and
// proposes, an operator consents, the engineer goes back. Leaves the rules as they were.
//   node dev/ruleset-walk.mjs --url http://127.0.0.1:18080 --engineer-password … --operator-password …
//     [--out /tmp/shots] takes pictures of every page on the way
// Needs Chromium on the machine (--chromium PATH); downloads nothing.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:18080' },
    'engineer-password': { type: 'string', default: process.env.ZHIDUN_ENGINEER ?? '' },
    'operator-password': { type: 'string', default: process.env.ZHIDUN_OPERATOR ?? '' },
    out: { type: 'string', default: '' },
    theme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'zh' },
    size: { type: 'string', default: '1440x900' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const WORDS = {
  zh: { new: '新建规则', save: '保存为草稿', propose: '提交批准', approve: '批准并启用', back: '回退到此版本', start: '开始', cases: '运行用例' },
  en: { new: 'New rule', save: 'Save as draft', propose: 'Ask for approval', approve: 'Approve and activate', back: 'Go back to this set', start: 'Start', cases: 'Run cases' },
}[options.language];
const NAME = `walk-${Date.now()}`;
const RULE = `title: Walk through the console
id: ${crypto.randomUUID()}
name: ${NAME}
logsource:
    product: linux
    service: sshd
detection:
    selection:
        event.action: ssh-login
        event.outcome: failure
    condition: selection
level: low
zhidun:
    title-zh: 走查用规则
    group-by: [source.ip]
`;
const event = (outcome) => `{"@timestamp": "2026-11-22T02:00:00Z", logsource: {product: linux, service: sshd}, event.action: ssh-login, event.outcome: ${outcome}}`;
const CASES = ['failure', 'failure', 'success', 'success']
  .map((outcome, n) => `- name: case ${n}\n  detections: ${outcome === 'failure' ? 1 : 0}\n  events:\n    - ${event(outcome)}\n`)
  .join('');

const [width, height] = options.size.split('x').map(Number);
const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
const faults = [];
let pictures = 0;

async function signIn(user, password) {
  const context = await browser.newContext({ viewport: { width, height } });
  const kept = JSON.stringify({ theme: options.theme, language: options.language, zone: 'Asia/Shanghai' });
  await context.addInitScript((text) => localStorage.setItem('zhidun.preferences', text), kept);
  const page = await context.newPage();
  page.on('pageerror', (cause) => faults.push(String(cause)));
  await page.goto(`${options.url}/rulesets`);
  await page.fill('input[autocomplete="username"]', user);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.click('button[type="submit"]');
  await page.waitForSelector('.ruleset-table');
  return page;
}

async function picture(page, name) {
  const text = await page.evaluate(() => document.body.innerText);
  assert.doesNotMatch(text, /\b(null|undefined|NaN|\[object Object\])\b/, `a machine word on ${name}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${name} is wider than the window`);
  if (options.out !== '') {
    mkdirSync(options.out, { recursive: true });
    pictures += 1;
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(options.out, `${String(pictures).padStart(2, '0')}-${name}-${options.theme}-${options.language}.png`) });
  }
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function approve(page, proposal) {
  await page.goto(`${options.url}${proposal}`);
  await button(page, WORDS.approve).click();
  await page.getByRole('dialog').locator('textarea').fill('walk');
  await picture(page, 'approve');
  await page.getByRole('dialog').getByRole('button', { name: WORDS.approve }).click();
  await page.waitForSelector('.proposal-approved');
}

const engineer = await signIn('engineer', options['engineer-password']);
await picture(engineer, 'rules');
await engineer.getByRole('button', { name: WORDS.new }).click();
const [rule, cases] = [engineer.locator('.code-area textarea').nth(0), engineer.locator('.code-area textarea').nth(1)];
await rule.fill(RULE.replace('level: low', 'level: lwo'));
await engineer.waitForSelector('.code-mark');
await picture(engineer, 'editor-fault');
await rule.fill(RULE);
await engineer.waitForSelector('.verdict.ruleset-good');
await cases.fill(CASES);
await button(engineer, WORDS.cases).click();
await engineer.waitForSelector('.case-passed');
assert.equal(await engineer.locator('.case-passed').count(), 4);
await engineer.waitForTimeout(2_500);
await picture(engineer, 'editor');
await rule.focus();
await engineer.keyboard.press('Control+s');
await engineer.waitForURL(/proposals\/\d+$/);
const proposal = new URL(engineer.url()).pathname;
await button(engineer, WORDS.start).click();
await engineer.waitForSelector('.run-figures, .run-result, .fault-text', { timeout: 120_000 });
await picture(engineer, 'proposal');
await button(engineer, WORDS.propose).click();
await engineer.waitForSelector('.proposal-proposed');
assert.equal(await button(engineer, WORDS.approve).count(), 0, 'who proposes does not approve');

const operator = await signIn('operator', options['operator-password']);
assert.equal(await operator.getByRole('button', { name: WORDS.new }).count(), 0, 'operators do not write');
await operator.goto(`${options.url}/rulesets?tab=proposals&state=proposed`);
await operator.waitForSelector('.proposal-proposed');
await picture(operator, 'proposals');
await approve(operator, proposal);
await operator.goto(`${options.url}/rulesets?q=${NAME}`);
await operator.waitForSelector(`code:text("${NAME}")`);

await engineer.goto(`${options.url}/rulesets?tab=history`);
await engineer.waitForSelector('.ruleset-table');
await picture(engineer, 'history');
await engineer.locator('tr', { hasNot: engineer.locator('.proposal-approved') }).getByRole('button', { name: WORDS.back }).first().click();
await engineer.waitForURL(/proposals\/\d+$/);
await engineer.waitForSelector('.diff-removed');
await picture(engineer, 'rollback');
await approve(operator, new URL(engineer.url()).pathname);
await operator.goto(`${options.url}/rulesets?q=${NAME}`);
await operator.waitForSelector('.nothing');
const newest = await engineer.request.get(`${options.url}/api/v1/rulesets/current`);
await engineer.goto(`${options.url}/rulesets/history/${(await newest.json()).number}`);
await engineer.waitForSelector('.diff');
await picture(engineer, 'set');
await browser.close();
assert.deepEqual(faults, []);
console.log('the life of a rule: written, checked, tried, proposed, approved, gone back from');

// Walks through the console as people do, against a mock service of its own, and says what failed.
//   node dev/walk.mjs            (after `npm run build`; needs Chromium, --chromium PATH)
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({ options: { chromium: { type: 'string', default: '/usr/bin/chromium' }, port: { type: 'string', default: '8196' } } });
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const URL_BASE = `http://127.0.0.1:${options.port}`;
const OPEN = '/alerts?state=firing&state=acknowledged';
const PASSWORD = 'zhidun-mock-1';

async function startMock() {
  const mock = spawn(process.execPath, [fileURLToPath(new URL('mock-server.mjs', import.meta.url)), '--port', options.port, '--rate', '4'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(mock.stdout, 'data');
  return mock;
}

async function enter(page, user, password = PASSWORD) {
  await page.fill('input[autocomplete="username"]', user);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.click('button[type="submit"]');
}

const steps = {
  async 'a wrong password says no more than that'(page) {
    await page.goto(URL_BASE + OPEN);
    await enter(page, 'operator', 'nonsense');
    await page.waitForSelector('.entry-error');
    assert.equal(await page.textContent('.entry-error'), '账号或密码不正确');
  },
  async 'signing in leads to the address asked for'(page) {
    await enter(page, 'operator');
    await page.waitForSelector('.queue-row');
    assert.equal(new URL(page.url()).pathname, '/alerts');
  },
  async 'the first row is selected, opened and left by keys'(page) {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .alert-sentence');
    assert.equal(await page.locator('.queue-row').nth(1).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.drawer', { state: 'detached' });
  },
  async 'the address reproduces the view'(page) {
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .alert-sentence');
    const sentence = await page.textContent('.drawer .alert-sentence');
    await page.goto(page.url());
    await page.waitForSelector('.drawer .alert-sentence');
    assert.equal(await page.textContent('.drawer .alert-sentence'), sentence);
  },
  async 'a key acknowledges, and the row changes where it stands'(page) {
    await page.keyboard.press('Escape');
    await page.locator('.queue-row.queue-firing').first().click();
    const id = await page.locator('.queue-selected').getAttribute('id');
    await page.keyboard.press('a');
    await page.waitForSelector(`#${id}.queue-acknowledged`);
    await page.waitForSelector('.drawer .trail-acknowledged');
  },
  async 'closing asks for a conclusion'(page) {
    const id = await page.locator('.queue-selected').getAttribute('id');
    await page.keyboard.press('r');
    await page.waitForSelector('.ant-modal textarea');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.ant-modal .range-bad');
    await page.fill('.ant-modal textarea', '扫描器 <b>已封禁</b>');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector(`#${id}.queue-closed`);
    assert.equal(await page.locator('.drawer .trail-note b').count(), 0, 'a note became markup');
  },
  async 'new alerts wait, and come when asked for'(page) {
    const first = await page.locator('.queue-row').first().getAttribute('id');
    await page.waitForSelector('.new-bar', { timeout: 15_000 });
    assert.equal(await page.locator('.queue-row').first().getAttribute('id'), first, 'the list moved by itself');
    await page.keyboard.press('n');
    await page.waitForFunction((id) => document.querySelector('.queue-row')?.id !== id, first);
  },
  async 'a filter stands in the address'(page) {
    await page.locator('.chip-name').nth(1).click();
    await page.locator('.choices .ant-checkbox-wrapper').first().click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get('severity') === 'critical');
    await page.waitForFunction(() => [...document.querySelectorAll('.queue-row .severity')].every((each) => each.textContent === '紧急'));
  },
  async 'the search box goes to an alert by its number'(page) {
    await page.goto(URL_BASE + OPEN);
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('/');
    await page.keyboard.type('AL-000123');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.alert-page .alert-number');
    assert.equal(await page.textContent('.alert-number'), 'AL-000123');
  },
  async 'a session that ended asks to sign in and comes back'(page, context) {
    const address = page.url();
    await context.clearCookies({ name: 'ZHIDUN_SESSION' });
    await page.reload();
    await page.waitForSelector('.entry-card');
    await enter(page, 'operator');
    await page.waitForSelector('.alert-page .alert-sentence');
    assert.equal(page.url(), address);
  },
  async 'the first sign-in needs a password of one\'s own'(page, context) {
    await context.clearCookies();
    await page.goto(URL_BASE);
    await enter(page, 'new');
    await page.waitForSelector('input[autocomplete="new-password"]');
    await page.fill('input[autocomplete="current-password"]', PASSWORD);
    const fields = page.locator('input[autocomplete="new-password"]');
    await fields.nth(0).fill('only-lower-case');
    await page.click('button[type="submit"]');
    await page.waitForSelector('.ant-form-item-explain-error');
    await fields.nth(0).fill('A-better-password-1');
    await fields.nth(1).fill('A-better-password-1');
    await page.click('button[type="submit"]');
    await page.waitForSelector('.overview');
  },
  async 'an auditor sees no buttons, and keys do nothing'(page, context) {
    await context.clearCookies();
    await page.goto(URL_BASE + OPEN);
    await enter(page, 'auditor');
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.read-only');
    assert.equal(await page.locator('.alert-actions').count(), 0);
    await page.keyboard.press('r');
    assert.equal(await page.locator('.ant-modal').count(), 0);
  },
  async 'rules are narrowed, one is read, and the matrix lists it'(page) {
    const address = page.url();
    await page.goto(`${URL_BASE}/rules`);
    const business = page.locator('.toggle', { hasText: '知识产权业务' });
    const counted = Number(await business.locator('.toggle-count').textContent());
    await business.click();
    assert.equal(await page.locator('.rule-table tbody tr').count(), counted);
    await page.fill('.rules-find input', '未公开申请');
    assert.ok((await page.locator('.rule-table tbody tr').count()) < counted);
    await page.locator('.rule-title a', { hasText: '批量阅读未公开申请' }).click();
    await page.waitForSelector('.runbook-steps');
    assert.ok((await page.locator('.rule-cases tbody tr').count()) >= 4);
    await page.locator('.rule-list a', { hasText: 'T1213' }).click();
    await page.waitForSelector('.coverage-rules');
    assert.ok((await page.textContent('.coverage-rules')).includes('批量阅读未公开申请'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('.coverage-rules', { state: 'detached' });
    await page.goto(address);
    await page.waitForSelector('.queue-row');
  },
  async 'a service that goes away is seen, and found again'(page, context, world) {
    world.mock.kill();
    await page.waitForSelector('[data-live="reconnecting"]', { timeout: 10_000 });
    assert.ok((await page.locator('.queue-row').count()) > 0, 'what was loaded went away');
    world.mock = await startMock();
    // A new mock knows no sessions: the console must ask for the sign-in, not fail.
    await page.waitForSelector('.entry-card', { timeout: 30_000 });
    await enter(page, 'operator');
    await page.waitForSelector('[data-live="live"]');
  },
};

const world = { mock: await startMock() };
const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
const page = await context.newPage();
page.setDefaultTimeout(20_000);
const faults = [];
page.on('pageerror', (cause) => faults.push(String(cause)));
page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
let failed = 0;
for (const [name, walk] of Object.entries(steps)) {
  try {
    await walk(page, context, world);
    console.log(`ok   ${name}`);
  } catch (cause) {
    failed += 1;
    console.log(`FAIL ${name}: ${cause.message}`);
  }
}
faults.forEach((fault) => console.log(`FAIL in the page: ${fault}`));
await browser.close();
world.mock.kill();
console.log(`${Object.keys(steps).length - failed} passed, ${failed + faults.length} failed`);
process.exit(failed + faults.length === 0 ? 0 : 1);

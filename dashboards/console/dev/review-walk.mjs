// A reviewer's way through one case, from the list to the monthly report, in a browser.
//   node dev/review-walk.mjs                                  on a mock of its own (after `npm run build`)
//   node dev/review-walk.mjs --url http://127.0.0.1:8080 --user reviewer --password … --case 17
// Leaves the case confirmed. Needs Chromium (--chromium PATH).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: '' },
    user: { type: 'string', default: 'reviewer' },
    password: { type: 'string', default: process.env.ZHIDUN_PASSWORD ?? 'zhidun-mock-1' },
    case: { type: 'string', default: '17' },
    device: { type: 'string', default: 'dev-3f21c8' },
    port: { type: 'string', default: '8197' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const base = options.url === '' ? `http://127.0.0.1:${options.port}` : options.url;
const casePath = `${base}/filing-cases/${options.case}`;

async function startMock() {
  const mock = spawn(process.execPath, [fileURLToPath(new URL('mock-server.mjs', import.meta.url)), '--port', options.port, '--rate', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(mock.stdout, 'data');
  return mock;
}

async function move(page, words, fillIn = async () => undefined) {
  await page.locator('.move-to .ant-radio-wrapper', { hasText: words }).first().click();
  await fillIn();
  await page.fill('.move textarea', `核对后：${words}`);
  await page.click('.move-buttons .ant-btn-primary');
}

/** Until a person has decided, nothing on the page calls a filing abnormal. */
async function noVerdict(page) {
  assert.doesNotMatch(await page.locator('.case-page').innerText(), /非正常|abnormal/i);
}

const confirmedOf = async (page) => {
  await page.goto(`${base}/filing-report`);
  await page.waitForSelector('.review-table');
  const row = page.locator('.review-table').first().locator('tr', { hasText: 'P6' });
  return (await row.count()) === 0 ? 0 : Number((await row.locator('td').nth(2).textContent()).replaceAll(',', ''));
};
let confirmedBefore = 0;

const steps = {
  async 'the reviewer signs in'(page) {
    await page.goto(`${base}/filing-cases`);
    await page.fill('input[autocomplete="username"]', options.user);
    await page.fill('input[autocomplete="current-password"]', options.password);
    await page.click('button[type="submit"]');
    await page.waitForSelector('.queue-row');
  },
  async 'the report is read before'(page) {
    confirmedBefore = await confirmedOf(page);
  },
  async 'keys select cases and open one'(page) {
    await page.goto(`${base}/filing-cases?state=pending`);
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.waitForSelector('.chosen-bar');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .alert-sentence');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.drawer', { state: 'detached' });
    await page.keyboard.press('Escape');
    await page.waitForSelector('.chosen-bar', { state: 'detached' });
  },
  async 'several cases are moved with one note, and it is said which were not'(page) {
    if (options.url !== '') {
      return;
    }
    await page.goto(`${base}/filing-cases?state=pending&state=notified&tier=hint`);
    await page.waitForSelector('.queue-row');
    await page.locator('.queue-row.case-row-pending .cell-select input').first().check();
    await page.locator('.queue-row.case-row-notified .cell-select input').first().check();
    await page.click('.chosen-bar .ant-btn-primary');
    await page.locator('.ant-modal .batch-to .ant-radio-wrapper', { hasText: '初步认定' }).click();
    await page.waitForSelector('.ant-modal .batch-partial');
    await page.click('.ant-modal .ant-btn-primary');
    await page.waitForSelector('.ant-modal .range-bad');
    await page.fill('.ant-modal textarea', '批量核对');
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.waitForSelector('.refusals li');
    assert.match(await page.textContent('.refusals li'), /目前是“已通知”/);
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.waitForSelector('.chosen-bar', { state: 'detached' });
  },
  async 'the case reads like a sentence and shows its members'(page) {
    await page.goto(casePath);
    await page.waitForSelector('.alert-sentence');
    assert.match(await page.textContent('.alert-sentence'), /\d+ 家关联申请人/);
    assert.ok((await page.locator('.members li').count()) >= 2, 'no members');
    assert.ok((await page.locator('.parts tbody tr').count()) >= 1, 'no parts of the score');
  },
  async 'the links are readable as a table'(page) {
    await page.locator('button', { hasText: '以表格查看' }).click();
    await page.waitForSelector('.graph-table tbody tr');
    await page.locator('button', { hasText: '以图形查看' }).click();
  },
  async 'the timeline shows sign-ins from one device'(page) {
    await page.fill('.timeline-find input', options.device);
    await page.waitForFunction((device) => [...document.querySelectorAll('.timeline-row .timeline-title')].length > 1 && [...document.querySelectorAll('.timeline-row .timeline-title')].every((each) => each.textContent.includes(device)), options.device);
    await page.fill('.timeline-find input', '登录');
    await page.waitForFunction((device) => [...document.querySelectorAll('.timeline-title')].some((each) => each.textContent.includes('登录') && each.textContent.includes(device)), options.device);
  },
  async 'one click compares two texts, and keys go through the passages'(page) {
    const kinds = page.locator('.case-kinds .ant-segmented-item');
    for (let index = 0; index < (await kinds.count()) && (await page.locator('.evidence-compare').count()) === 0; index += 1) {
      await kinds.nth(index).click();
    }
    await page.locator('.evidence-compare').first().click();
    await page.waitForSelector('.compare-text mark');
    await page.keyboard.press('n');
    await page.waitForSelector('.compare-columns mark.tint-on');
    const [left, right] = await page.evaluate(() => [...document.querySelectorAll('.compare-text')].map((column) => column.querySelector('mark.tint-on')?.textContent));
    assert.equal(left, right, 'the two sides of a passage differ');
    await page.keyboard.press('p');
  },
  async 'columns scroll together'(page) {
    await page.locator('.compare-text').first().evaluate((column) => { column.scrollTop = column.scrollHeight; });
    await page.waitForFunction(() => [...document.querySelectorAll('.compare-text')].every((column) => column.scrollHeight <= column.clientHeight || column.scrollTop > 0));
    await page.locator('.compare-title .alert-back').click();
    await page.waitForSelector('.case-page .alert-sentence');
  },
  async 'personal data are masked until asked for, and that is logged'(page) {
    await page.locator('.filings-table .number-link').first().click();
    await page.waitForSelector('.filing-drawer .masking');
    const number = await page.textContent('.filing-drawer .alert-number');
    await page.locator('.masking button').click();
    await page.waitForSelector('.masking-off');
    await page.goto(`${base}/filing-access`);
    await page.waitForSelector('.review-table tbody tr');
    assert.match(await page.locator('.review-table tbody tr').first().textContent(), new RegExp(number));
  },
  async 'a step without a note is not taken'(page) {
    await page.goto(casePath);
    await page.waitForSelector('.move-to');
    await page.locator('.move-to .ant-radio-wrapper').first().click();
    await page.click('.move-buttons .ant-btn-primary');
    await page.waitForSelector('.move .range-bad');
  },
  async 'the case goes its way to a decision'(page) {
    await page.goto(casePath);
    await page.waitForSelector('.move-to');
    await noVerdict(page);
    await move(page, '初步认定');
    await page.waitForSelector('.alert-line .case-preliminary');
    await noVerdict(page);
    await move(page, '通知申请人');
    await page.waitForSelector('.alert-line .case-notified');
    await page.waitForSelector('.alert-line .due');
    await noVerdict(page);
    await move(page, '登记陈述');
    await page.waitForSelector('.alert-line .case-answered');
    await noVerdict(page);
    await move(page, '认定', async () => {
      const rows = page.locator('.move-outcome');
      for (let index = 0; index < (await rows.count()); index += 1) {
        await rows.nth(index).locator('.ant-radio-button-wrapper').first().click();
      }
    });
    await page.waitForSelector('.alert-line .case-confirmed');
    assert.ok((await page.locator('.trail li').count()) >= 5);
  },
  async 'the monthly report counts it'(page) {
    assert.equal(await confirmedOf(page), confirmedBefore + 1);
  },
  async 'the search box goes to a case by its number'(page) {
    await page.goto(casePath);
    const number = await page.locator('.alert-number').first().textContent();
    await page.keyboard.press('/');
    await page.keyboard.type(number.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/filing-cases\/[^?]+$/);
    await page.waitForSelector('.alert-sentence');
  },
};

const mock = options.url === '' ? await startMock() : null;
const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
await context.addInitScript(() => localStorage.setItem('zhidun.preferences', JSON.stringify({ language: 'zh', theme: 'light', zone: 'Asia/Shanghai' })));
const page = await context.newPage();
page.setDefaultTimeout(8_000);
const faults = [];
page.on('pageerror', (cause) => faults.push(String(cause)));
let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step(page);
    console.log(`ok   ${name}`);
  } catch (cause) {
    failed += 1;
    console.log(`FAIL ${name}: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`);
  }
}
faults.forEach((fault) => console.log(`FAIL in the page: ${fault}`));
console.log(`${Object.keys(steps).length - failed} passed, ${failed + faults.length} failed`);
await browser.close();
mock?.kill();
process.exitCode = failed + faults.length > 0 ? 1 : 0;

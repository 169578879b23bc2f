// A rehearsal in a real Chromium: an engineer starts it from the system's page, begins a step, loads the page again in the middle, ends
// it, and downloads the signed report; a reader is offered nothing. Then the system administrator makes an account, whose password is
// shown once. Says what was seen as one JSON object.
import { createRequire } from 'node:module';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const consoleModule = new URL('../../../../../../../../dashboards/console/package.json', import.meta.url);
const { chromium } = createRequire(fileURLToPath(consoleModule))('playwright-core');

const { CONSOLE, ENGINEER, OPERATOR, ADMINISTRATOR, SPEECH, SYSTEM, NAME } = process.env;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
const faults = [];

async function enter(user, password, path, wanted) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: SPEECH === 'zh' ? 'zh-CN' : 'en-GB', acceptDownloads: true });
  await context.addInitScript((language) => {
    window.localStorage.setItem('zhidun.preferences', JSON.stringify({ language }));
  }, SPEECH);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (cause) => faults.push(String(cause)));
  await page.goto(CONSOLE + path);
  await page.fill('input[autocomplete="username"]', user);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.click('button[type="submit"]');
  await page.locator(wanted).first().waitFor();
  return page;
}

const send = (page) => page.locator('.ant-modal-footer .ant-btn').last().click();

async function confirm(page) {
  await send(page);
  await page.waitForSelector('.ant-modal .act', { state: 'detached' });
}

try {
  const page = await enter('engineer', ENGINEER, `/recovery/${SYSTEM}`, '.level-figures');
  const level = await page.locator('.level-figures').innerText();
  await page.locator('aside .ant-btn-primary').click();
  await page.locator('.ant-modal .ant-select').click();
  await page.locator('.ant-select-item-option').nth(1).click();
  await page.locator('.ant-modal textarea').fill('Walked through at the table');
  await confirm(page);
  await page.locator('.exercise-acts .ant-btn-primary').click();
  await page.waitForSelector('.step-clock');
  await page.reload();
  await page.waitForSelector('.step-clock');
  await page.locator('.exercise-acts .ant-btn-primary').click();
  await page.waitForSelector('.ant-modal .act');
  await confirm(page);
  await page.locator('.exercise-end .ant-btn-primary').click();
  await page.locator('.ant-modal textarea').first().fill('As planned');
  await page.locator('.ant-modal input').fill('0s');
  await confirm(page);
  await page.waitForSelector('.exercise-result');
  const minutes = await page.locator('.item-columns aside').innerText();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.exercise-downloads a').first().click()]);
  const reportBytes = statSync(await file.path()).size;

  const reader = await enter('operator', OPERATOR, new URL(page.url()).pathname, '.exercise-result');
  await reader.goto(`${CONSOLE}/recovery/${SYSTEM}`);
  await reader.waitForSelector('.level-figures');
  const offered = await reader.locator('aside .ant-btn, .link-button, a.nav-link[href="/accounts"]').count();

  const administrator = await enter('system-admin', ADMINISTRATOR, '/accounts', '.account-table');
  await administrator.locator('.queue-tools .ant-btn').click();
  await administrator.locator('.ant-modal input').nth(0).fill(NAME);
  await administrator.locator('.ant-modal input').nth(1).fill('Night duty');
  await send(administrator);
  const password = await administrator.locator('.first-password code').innerText();
  await send(administrator);
  const row = administrator.locator('.account-table tr', { hasText: NAME });
  await row.waitFor();
  process.stdout.write(`${JSON.stringify({ level, minutes, reportBytes, offered, passwordLength: password.length, account: await row.innerText(), faults })}\n`);
} finally {
  await browser.close();
}

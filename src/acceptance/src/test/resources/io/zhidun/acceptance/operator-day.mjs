// A backup operator's day in a real Chromium: an engineer sees how a source stands, starts a restore drill from its page and
// reads the record; a reader is offered nothing. Says what was seen as one JSON object.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const consoleModule = new URL('../../../../../../../../dashboards/console/package.json', import.meta.url);
const { chromium } = createRequire(fileURLToPath(consoleModule))('playwright-core');

const { CONSOLE, ENGINEER, OPERATOR, SPEECH, SOURCE } = process.env;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
const faults = [];

async function enter(user, password, address, wanted) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: SPEECH === 'zh' ? 'zh-CN' : 'en-GB' });
  await context.addInitScript((language) => {
    window.localStorage.setItem('zhidun.preferences', JSON.stringify({ language }));
  }, SPEECH);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (cause) => faults.push(String(cause)));
  await page.goto(address);
  await page.fill('input[autocomplete="username"]', user);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.click('button[type="submit"]');
  await page.locator(wanted).first().waitFor();
  return page;
}

try {
  const page = await enter('engineer', ENGINEER, `${CONSOLE}/backups`, `a[href="/backups/${SOURCE}"], .queue-row`);
  const list = await page.locator('main, .page').first().innerText();
  await page.goto(`${CONSOLE}/backups/${SOURCE}`);
  await page.locator('.backup-acts .ant-btn-primary').click();
  await page.locator('.ant-modal-footer .ant-btn').last().click();
  const record = page.locator('details.drill').first();
  await record.locator('summary', { hasText: 'engineer' }).waitFor({ timeout: 60_000 });
  const drill = await record.innerText();

  const reader = await enter('operator', OPERATOR, `${CONSOLE}/backups/${SOURCE}`, 'details.drill');
  const offered = await reader.locator('.backup-acts .ant-btn').count();
  process.stdout.write(`${JSON.stringify({ list, drill, offered, faults })}\n`);
} finally {
  await browser.close();
}

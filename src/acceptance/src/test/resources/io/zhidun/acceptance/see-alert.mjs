// Watches the alert queue in a real Chromium until a text appears in it, then opens the alert and
// reads it; a script that came in with the data must not run. Says what it saw as one JSON object a line: ready, visible, page.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const consoleModule = new URL('../../../../../../../../dashboards/console/package.json', import.meta.url);
const { chromium } = createRequire(fileURLToPath(consoleModule))('playwright-core');

const { CONSOLE, ACCOUNT, PASSWORD, QUERY, TEXT, RAW } = process.env;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const say = (seen) => process.stdout.write(`${JSON.stringify(seen)}\n`);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.goto(`${CONSOLE}/alerts?${QUERY}`);
  await page.fill('input[autocomplete="username"]', ACCOUNT);
  await page.fill('input[autocomplete="current-password"]', PASSWORD);
  await page.click('button[type="submit"]');
  await page.waitForSelector('.queue-main');
  await page.getByText('实时', { exact: true }).first().waitFor();
  say({ ready: true });

  // A new row shows at once in an empty queue, and waits behind a bar in one that is read.
  const row = page.locator('.queue-row').filter({ hasText: TEXT }).first();
  const bar = page.locator('.new-bar').first();
  await row.or(bar).first().waitFor({ timeout: 60_000 });
  const visibleAt = Date.now();
  if (await bar.isVisible()) {
    await bar.click();
    await row.waitFor();
  }
  say({ visibleAt, summary: await row.innerText() });

  await row.click();
  await page.waitForSelector('.drawer .alert-sentence');
  await page.click('.drawer-link');
  await page.waitForSelector('.alert-page .alert-sentence');
  await page.getByText(RAW).first().waitFor();
  say({ text: await page.evaluate(() => document.body.innerText), dialogs });
} finally {
  await browser.close();
}

// An auditor's day in a real Chromium: from the overview over a requirement and its evidence to a raw record, a report
// downloaded, and what the audit trail says of it. Says what was seen as one JSON object.
import { createRequire } from 'node:module';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const consoleModule = new URL('../../../../../../../../dashboards/console/package.json', import.meta.url);
const { chromium } = createRequire(fileURLToPath(consoleModule))('playwright-core');

const { CONSOLE, PASSWORD, SPEECH, ASSESSMENT } = process.env;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const WORDS = {
  zh: { title: '合规总览', intact: '内容与哈希一致', trail: '审计记录', others: ['立即检查', '生成测评记录', '提议豁免'] },
  en: { title: 'Compliance', intact: 'Content matches its hash', trail: 'Audit trail', others: ['Check now', 'Make an assessment', 'Propose a waiver'] },
}[SPEECH];
const SYSTEM = `${CONSOLE}/compliance/patent-review`;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: SPEECH === 'zh' ? 'zh-CN' : 'en-GB' });
  await context.addInitScript((language) => {
    window.localStorage.setItem('zhidun.preferences', JSON.stringify({ language }));
  }, SPEECH);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults = [];
  page.on('pageerror', (cause) => faults.push(String(cause)));
  const offered = [];
  const others = async () => {
    for (const name of WORDS.others) {
      if ((await page.getByRole('button', { name, exact: true }).count()) > 0) {
        offered.push(`${name} on ${page.url()}`);
      }
    }
  };

  await page.goto(`${CONSOLE}/compliance`);
  await page.fill('input[autocomplete="username"]', 'auditor');
  await page.fill('input[autocomplete="current-password"]', PASSWORD);
  await page.click('button[type="submit"]');
  await page.locator('h1.page-title', { hasText: WORDS.title }).waitFor();
  await page.locator('.system-row a[href="/compliance/patent-review"]').first().click();
  await page.waitForSelector('.matrix-line');
  await others();

  await page.goto(`${SYSTEM}?q=8.1.4.3`);
  await page.locator('a.matrix-item').first().click();
  await page.waitForSelector('.cell-detail');
  await page.locator('.cell-row', { hasText: '审查区核心交换机' }).click();
  await page.locator('.cell-detail', { hasText: 'review-sw-01' }).locator('a[href^="/evidence/"]').first().waitFor();
  await others();
  await page.locator('.cell-detail a[href^="/evidence/"]').first().click();
  await page.waitForSelector('.evidence-values');
  const intact = (await page.getByText(WORDS.intact, { exact: true }).count()) === 1;
  await page.locator('.down-links a[href^="/events"]').click();
  const line = page.locator('.grid-table tbody tr').first();
  await line.waitFor();
  const raw = await line.innerText();

  await page.goto(`${SYSTEM}?tab=assessments`);
  await page.locator(`a[href="/assessments/${ASSESSMENT}"]`).first().click();
  await page.waitForSelector('.reports');
  await others();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a.report-form[href*="form=docx"]').click()]);
  const reportBytes = (await stat(await download.path())).size;

  await page.goto(`${CONSOLE}/audit?actor=auditor&action=compliance.`);
  await page.locator('h1.page-title', { hasText: WORDS.trail }).waitFor();
  await page.locator('.queue-row').first().waitFor();
  const actions = await page.locator('.queue-row .cell-action').allTextContents();
  process.stdout.write(`${JSON.stringify({ raw, intact, reportBytes, actions: [...new Set(actions)], offered, faults })}\n`);
} finally {
  await browser.close();
}

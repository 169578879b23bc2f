// Walks the life of a rule through the console in a real Chromium: an engineer imports a file, checks
// it, tries it on the past and proposes it; an operator consents; the rule finds something and falls silent;
// the engineer goes back. Between the steps it waits for a line on standard input. Says each step as one JSON object a line.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const consoleModule = new URL('../../../../../../../../dashboards/console/package.json', import.meta.url);
const { chromium } = createRequire(fileURLToPath(consoleModule))('playwright-core');

const { CONSOLE, ENGINEER, OPERATOR, RULE_FILES, RULE_NAME } = process.env;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const say = (step) => process.stdout.write(`${JSON.stringify(step)}\n`);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const told = () => lines.next();

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

async function signIn(user, password) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${CONSOLE}/rulesets`);
  await page.fill('input[autocomplete="username"]', user);
  await page.fill('input[autocomplete="current-password"]', password);
  await page.click('button[type="submit"]');
  await page.waitForSelector('.ruleset-table');
  return page;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function approve(page, proposal) {
  await page.goto(`${CONSOLE}${proposal}`);
  await button(page, '批准并启用').click();
  await page.getByRole('dialog').locator('textarea').fill('复核通过');
  await page.getByRole('dialog').getByRole('button', { name: '批准并启用' }).click();
  await page.waitForSelector('.proposal-approved');
}

/** The first row of the queue; what comes while it is read waits behind a bar. */
async function firstRow(page, rule, timeout) {
  await page.goto(`${CONSOLE}/alerts?rule=${rule}`);
  const row = page.locator('.queue-row').first();
  const bar = page.locator('.new-bar').first();
  await row.or(bar).first().waitFor({ timeout });
  if (await bar.isVisible()) {
    await bar.click();
    await row.waitFor();
  }
  return row.innerText();
}

try {
  const engineer = await signIn('engineer', ENGINEER);
  const operator = await signIn('operator', OPERATOR);

  await engineer.locator('input[type="file"]').setInputFiles(RULE_FILES.split(','));
  await engineer.waitForURL(/proposals\/\d+$/);
  const proposal = new URL(engineer.url()).pathname;
  await button(engineer, '开始').click();
  await engineer.waitForSelector('.run-figures', { timeout: 120_000 });
  const dryRun = await engineer.locator('.run-result, .run-figures').first().innerText();
  await button(engineer, '提交批准').click();
  await engineer.waitForSelector('.proposal-proposed');
  say({ proposed: true, dryRun, mayApprove: (await button(engineer, '批准并启用').count()) > 0 });

  await told();
  await approve(operator, proposal);
  say({ approved: true });

  await told();
  say({ alert: await firstRow(operator, RULE_NAME, 60_000) });

  await told();
  say({ silence: await firstRow(operator, 'canary-silent', 180_000) });

  await told();
  await engineer.goto(`${CONSOLE}/rulesets?tab=history`);
  await engineer.waitForSelector('.ruleset-table');
  await engineer.locator('tr', { hasNot: engineer.locator('.proposal-approved') }).getByRole('button', { name: '回退到此版本' }).first().click();
  await engineer.waitForURL(/proposals\/\d+$/);
  await engineer.waitForSelector('.diff-removed');
  await approve(operator, new URL(engineer.url()).pathname);
  await operator.goto(`${CONSOLE}/rulesets?q=${RULE_NAME}`);
  await operator.waitForSelector('.nothing');
  say({ rolledBack: true });
} finally {
  await browser.close();
}

// Pictures of every page, for looking at: each size, theme and language.
//   node dev/screenshots.mjs --url http://127.0.0.1:8099 --user operator --password … --out /tmp/shots
//     [--only queue,alert] [--sizes 1440x900] [--themes light] [--languages zh] [--alert ID]
// Needs Chromium on the machine (--chromium PATH); downloads nothing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8099' },
    user: { type: 'string', default: 'operator' },
    password: { type: 'string', default: process.env.ZHIDUN_PASSWORD ?? 'zhidun-mock-1' },
    out: { type: 'string', default: '/tmp/zhidun-screenshots' },
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: '1440x900,1920x1080' },
    themes: { type: 'string', default: 'light,dark' },
    languages: { type: 'string', default: 'zh,en' },
    zone: { type: 'string', default: 'Asia/Shanghai' },
    alert: { type: 'string', default: '' },
    rule: { type: 'string', default: 'ssh-password-guessing' },
    case: { type: 'string', default: '17' },
    system: { type: 'string', default: 'patent-review' },
    item: { type: 'string', default: 'L3-8.1.4.3-a' },
    assessment: { type: 'string', default: 'A-2026-0002' },
    prefix: { type: 'string', default: '' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function signIn(context) {
  const page = await context.newPage();
  await page.goto(options.url);
  await page.fill('input[autocomplete="username"]', options.user);
  await page.fill('input[autocomplete="current-password"]', options.password);
  await page.click('button[type="submit"]');
  await page.waitForSelector('.nav');
  await page.close();
}

async function chosenAlert(context) {
  if (options.alert !== '') {
    return options.alert;
  }
  const answer = await context.request.get(`${options.url}/api/v1/alerts?limit=1&rule=${options.rule}`);
  return (await answer.json()).items?.[0]?.id ?? '';
}

/** What there is to see, and how to get there. */
function views(alert) {
  const open = '/alerts?state=firing&state=acknowledged';
  return [
    { name: 'overview', path: '/', ready: '.figures' },
    { name: 'queue', path: open, ready: '.queue-main' },
    { name: 'queue-drawer', path: `${open}&rule=${options.rule}`, ready: '.queue-main', then: openFirst },
    { name: 'queue-filter', path: `${open}&severity=critical&severity=high&field=source.ip%3A203.0.113.7`, ready: '.queue-main', then: openRuleFacet },
    { name: 'queue-none', path: '/alerts?q=no-such-alert', ready: '.empty' },
    ...(alert === '' ? [] : [{ name: 'alert', path: `/alerts/${alert}`, ready: '.alert-sentence' }, { name: 'alert-whole', path: `/alerts/${alert}`, ready: '.alert-sentence', then: grow }]),
    { name: 'alert-close', path: `/alerts/${alert}`, ready: '.alert-sentence', then: (page) => page.keyboard.press('r') },
    { name: 'platform', path: '/platform', ready: '.page-title' },
    { name: 'rules', path: '/rules', ready: '.rule-table' },
    { name: 'rules-narrowed', path: '/rules?family=business&level=high&level=critical&tactic=collection', ready: '.rule-table' },
    { name: 'rule', path: '/rules/bulk-reading-unpublished', ready: '.rule-heading' },
    { name: 'coverage', path: '/coverage', ready: '.matrix' },
    { name: 'coverage-cell', path: '/coverage?technique=t1110&tactic=credential-access', ready: '.coverage-rules' },
    { name: 'rulesets', path: '/rulesets', ready: '.ruleset-table' },
    { name: 'proposals', path: '/rulesets?tab=proposals', ready: '.state-chips' },
    { name: 'rule-history', path: '/rulesets?tab=history', ready: '.ruleset-table' },
    { name: 'proposal', path: '/rulesets/proposals/1', ready: '.ruleset-columns' },
    { name: 'rule-editor', path: '/rulesets/edit', ready: '.code-area' },
    { name: 'canaries', path: '/canaries', ready: '.canary-hint' },
    { name: 'cases', path: '/filing-cases', ready: '.queue-row' },
    { name: 'cases-chosen', path: '/filing-cases?state=pending&state=preliminary&tier=high-risk&sort=-score', ready: '.queue-row', then: chooseCases },
    { name: 'cases-none', path: '/filing-cases?q=no-such-case', ready: '.empty' },
    { name: 'case', path: `/filing-cases/${options.case}`, ready: '.alert-sentence' },
    { name: 'case-whole', path: `/filing-cases/${options.case}`, ready: '.alert-sentence', then: grow },
    { name: 'cases-drawer', path: '/filing-cases?state=pending&sort=-score&selected=17', ready: '.drawer .alert-sentence' },
    { name: 'case-table', path: `/filing-cases/${options.case}`, ready: '.alert-sentence', then: graphAsTable },
    { name: 'case-filing', path: `/filing-cases/${options.case}?filing=2026104810848`, ready: '.filing-drawer .filing-facts' },
    { name: 'case-confirm', path: '/filing-cases?state=answered&sort=-score', ready: '.queue-row', then: openConfirm },
    { name: 'filing', path: '/filings/2026104810848', ready: '.filing-facts' },
    { name: 'report', path: '/filing-report', ready: '.review-table' },
    { name: 'access', path: '/filing-access', ready: '.review-page' },
    { name: 'compare', path: '/filings/compare?a=2026104810848&b=2026104810778&case=17', ready: '.compare-text', then: stepFour },
    { name: 'compliance', path: '/compliance', ready: '.system-row' },
    { name: 'system', path: `/compliance/${options.system}`, ready: '.matrix-line' },
    { name: 'system-narrowed', path: `/compliance/${options.system}?category=安全计算环境&result=partly-met&result=not-met&kind=database&kind=application`, ready: '.matrix-line' },
    { name: 'system-findings', path: `/compliance/${options.system}?tab=findings`, ready: '.category-bars' },
    { name: 'system-rectifications', path: `/compliance/${options.system}?tab=rectifications`, ready: '.protection-table' },
    { name: 'system-proposals', path: `/compliance/${options.system}?tab=proposals`, ready: '.additions' },
    { name: 'system-attestations', path: `/compliance/${options.system}?tab=attestations`, ready: '.additions' },
    { name: 'system-assessments', path: `/compliance/${options.system}?tab=assessments`, ready: '.protection-table' },
    { name: 'system-calendar', path: `/compliance/${options.system}?tab=calendar`, ready: '.duty-list' },
    { name: 'item', path: `/compliance/${options.system}/items/${options.item}`, ready: '.cell-detail' },
    { name: 'item-act', path: `/compliance/${options.system}/items/${options.item}`, ready: '.cell-detail', then: openAct },
    { name: 'evidence', path: `/compliance/${options.system}/items/${options.item}`, ready: '.cell-detail a[href^="/evidence/"]', then: openEvidence },
    { name: 'raw-records', path: '/events?host.name=review-db-01&from=2026-11-20T00:00:00Z&to=2026-11-27T00:00:00Z', ready: '.grid-table' },
    { name: 'assessment', path: `/assessments/${options.assessment}`, ready: '.matrix-line' },
    { name: 'assessments-compared', path: '/assessments/compare?from=A-2026-0001&to=A-2026-0002', ready: '.comparison-items' },
    { name: 'systems', path: '/systems', ready: '.protection-table' },
    { name: 'system-edit', path: '/systems', ready: '.protection-table', then: (page) => page.locator('.protection-table .ant-btn').first().click() },
    { name: 'assets', path: '/assets', ready: '.queue-row' },
    { name: 'assets-drawer', path: '/assets?kind=host&selected=patent-web-07', ready: '.drawer .facts' },
    { name: 'assets-import', path: '/assets', ready: '.queue-row', then: openImport },
    { name: 'discovery', path: '/assets/discovery', ready: '.discovery .grid-table' },
    { name: 'backups', path: '/backups', ready: '.queue-row, .empty, .unconfigured' },
    { name: 'backups-drawer', path: '/backups?selected=patent-review%2Fretrieval-db', ready: '.drawer .proofs' },
    { name: 'backups-narrowed', path: '/backups?tier=T1&problem=drill-overdue&problem=content-damaged&selected=patent-review%2Fdocuments', ready: '.drawer .proofs' },
    { name: 'backup-source', path: '/backups/patent-review/review-db-01', ready: '.drill' },
    { name: 'backup-source-away', path: '/backups/zhidun/rules', ready: '.source-state' },
    { name: 'backup-verifications', path: '/backups/patent-review/retrieval-db?tab=verifications', ready: '.records', then: (page) => page.locator('.records').scrollIntoViewIfNeeded() },
    { name: 'backup-drill-failed', path: '/backups/zhidun/evidence', ready: '.drill', then: (page) => page.locator('.drill').first().scrollIntoViewIfNeeded() },
    { name: 'backup-calendar', path: '/backups/calendar', ready: '.month, .empty' },
    { name: 'backup-policies', path: '/backups/policies', ready: '.tier-table' },
    { name: 'recovery', path: '/recovery', ready: '.recovery-table, .empty' },
    { name: 'recovery-system', path: `/recovery/${options.system}`, ready: '.plan, .nothing', then: grow },
    { name: 'recovery-plan', path: `/recovery/${options.system}/plan`, ready: '.plan-save, .failure' },
    { name: 'exercise', path: `/recovery/${options.system}`, ready: '.plan', then: (page) => page.locator('.recovery-lines a[href^="/recovery/exercises/"]').first().click() },
    { name: 'accounts', path: '/accounts', ready: '.account-table, .empty' },
    { name: 'audit', path: '/audit', ready: '.queue-row' },
    { name: 'audit-drawer', path: '/audit?action=asset.changed', ready: '.queue-row', then: openRecord },
    { name: 'keys', path: '/platform', ready: '.page-title', then: (page) => page.keyboard.press('?') },
    { name: 'missing', path: '/nowhere', ready: '.page-title' },
  ];
}

async function openFirst(page) {
  await page.waitForSelector('.queue-row', { timeout: 2_000 }).catch(() => undefined);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.drawer .alert-sentence', { timeout: 2_000 }).catch(() => undefined);
}

async function chooseCases(page) {
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) {
    await page.keyboard.press(key);
  }
  await page.click('.chosen-bar .ant-btn-primary').catch(() => undefined);
}

async function graphAsTable(page) {
  await page.locator('.section-aside button').filter({ hasText: /表格|table/i }).first().click();
  await page.locator('.graph-table').scrollIntoViewIfNeeded();
}

async function openConfirm(page) {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.drawer .move-to');
  await page.locator('.drawer .move-to .ant-radio-wrapper').first().click();
  await page.locator('.drawer .move').scrollIntoViewIfNeeded();
}

async function openAct(page) {
  await page.locator('.alert-actions .ant-btn').first().click();
  await page.waitForSelector('.ant-modal .act');
  await page.keyboard.press('Tab');
  await page.locator('.ant-modal .ant-btn-primary').click();
}

async function openEvidence(page) {
  await page.locator('.cell-detail a[href^="/evidence/"]').first().click();
  await page.waitForSelector('.evidence-values');
}

async function openImport(page) {
  await page.locator('.queue-tools .ant-btn').nth(1).click();
  await page.setInputFiles('.ant-modal input[type="file"]', { name: 'inventory.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('made-up') });
  await page.waitForSelector('.ant-modal .import-faults');
}

async function openRecord(page) {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.drawer .facts');
}

async function stepFour(page) {
  for (const key of ['n', 'n', 'n', 'n']) {
    await page.keyboard.press(key);
  }
}

async function openRuleFacet(page) {
  await page.locator('.chip-name').nth(3).click();
}

async function grow(page) {
  const height = await page.evaluate(() => document.querySelector('.alert-page')?.scrollHeight ?? 0);
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: height + 90 });
}

async function shoot(page, view, name) {
  const faults = [];
  page.on('pageerror', (cause) => faults.push(String(cause)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(options.url + view.path);
  await page.waitForSelector(view.ready, { timeout: 8_000 }).catch(() => faults.push(`no ${view.ready}`));
  await page.waitForTimeout(700);
  await view.then?.(page);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(options.out, `${name}.png`) });
  const text = await page.evaluate(() => document.body.innerText);
  if (/\b(null|undefined|NaN|\[object Object\])\b/.test(text)) {
    faults.push('a machine word reaches a person');
  }
  console.log(`${name}.png${faults.length > 0 ? ` — ${faults.join(' | ')}` : ''}`);
}

mkdirSync(options.out, { recursive: true });
const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
const only = options.only.split(',').filter(Boolean);
for (const size of options.sizes.split(',')) {
  const [width, height] = size.split('x').map(Number);
  for (const theme of options.themes.split(',')) {
    for (const language of options.languages.split(',')) {
      const context = await browser.newContext({ viewport: { width, height }, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
      await context.addInitScript((kept) => localStorage.setItem('zhidun.preferences', kept), JSON.stringify({ theme, language, zone: options.zone }));
      const tail = `${size}-${theme}-${language}`;
      if (only.length === 0 || only.includes('signin')) {
        const page = await context.newPage();
        await shoot(page, { path: '/alerts', ready: '.entry-card' }, `${options.prefix}signin-${tail}`);
        await page.close();
      }
      await signIn(context);
      for (const view of views(await chosenAlert(context)).filter((each) => only.length === 0 || only.includes(each.name))) {
        const page = await context.newPage();
        await shoot(page, view, `${options.prefix}${view.name}-${tail}`);
        await page.close();
      }
      await context.close();
    }
  }
}
await browser.close();

// Walks through classified protection as an auditor, an engineer and an operator do, against a mock
// service of its own, and says what failed.
//   node dev/protection-walk.mjs            (after `npm run build`; needs Chromium, --chromium PATH)
import assert from 'node:assert/strict';
import { confirm, enter, walk } from './walking.mjs';

const SYSTEM = '/compliance/patent-review';
const REASON = '现场核查：策略已启用 <b>三次</b>';

const fieldOf = (page, label) => page.locator('.ant-modal .act-field', { hasText: label }).locator('input:not([type="file"]), textarea').first();
const send = (page) => page.locator('.ant-modal-footer .ant-btn').last().click();

await walk('protection', {
  async 'the overview keeps three numbers apart and leads on'(way) {
    const { page } = way;
    await enter(way, 'auditor', '/compliance');
    await page.waitForSelector('.system-row');
    const first = page.locator('.system-row').first();
    for (const name of ['覆盖', '结果', '证据时效']) {
      assert.equal(await first.locator('h3', { hasText: name }).count(), 1, name);
    }
    await first.locator('.result-count.result-no-evidence').click();
    await page.waitForSelector('.matrix-line');
    assert.equal(new URL(page.url()).searchParams.get('result'), 'no-evidence');
    const shown = await page.locator('.matrix-result').allTextContents();
    assert.ok(shown.length > 0 && shown.every((text) => text.includes('待举证')));
  },
  async 'only what is in sight is drawn'(way) {
    const { page, base } = way;
    await page.goto(base + SYSTEM);
    await page.waitForSelector('.matrix-line');
    assert.ok((await page.locator('.matrix-line').count()) < 60);
    assert.ok((await page.locator('a.matrix-mark').count()) < 2_500);
    await page.locator('.matrix-scroller').evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await page.waitForFunction(() => [...document.querySelectorAll('.matrix-id')].some((each) => each.textContent.startsWith('8.1.10.')));
    assert.ok((await page.textContent('.matrix-where')).includes('安全运维管理'));
  },
  async 'keys go through the matrix and open an item on an object'(way) {
    const { page, base } = way;
    await page.goto(`${base}${SYSTEM}?category=安全计算环境&kind=database`);
    await page.waitForSelector('a.matrix-mark');
    await page.focus('.matrix-scroller');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key);
    }
    await page.waitForSelector('a.matrix-mark.matrix-active');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.cell-detail');
    assert.match(new URL(page.url()).searchParams.get('object'), /^patent-db-/);
  },
  async 'evidence leads down to the raw records'(way) {
    const { page, base } = way;
    await page.goto(`${base}${SYSTEM}/items/L3-8.1.4.3-a`);
    await page.locator('.cell-detail a[href^="/evidence/"]').first().click();
    await page.waitForSelector('.evidence-values');
    assert.equal(await page.locator('.evidence-values script').count(), 0);
    await page.locator('.down-links a[href^="/events"]').click();
    await page.waitForSelector('.grid-table .raw');
  },
  async 'a document is not sent before all of it is right'(way) {
    const { page, base } = way;
    await page.goto(`${base}${SYSTEM}?class=document&result=no-evidence`);
    await page.locator('a.matrix-item').first().click();
    await page.locator('.alert-actions .ant-btn-primary').click();
    await send(page);
    assert.ok((await page.locator('.ant-modal .range-bad').count()) >= 3);
    await page.setInputFiles('.ant-modal input[type="file"]', { name: '<img src=x>.pdf', mimeType: 'application/pdf', buffer: Buffer.from('made-up') });
    await fieldOf(page, '文件名称').fill('机房验收 <script>alert(1)</script>');
    await fieldOf(page, '签署人').fill('审查员甲');
    await fieldOf(page, '有效至').fill('2027-02-29');
    await send(page);
    assert.equal(await page.locator('.ant-modal .range-bad').count(), 1);
    const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    await fieldOf(page, '有效至').fill(soon);
    await confirm(page);
    await page.waitForSelector('.cell-detail .additions');
    assert.equal(await page.locator('.cell-detail script, .cell-detail img').count(), 0, 'a name became markup');
  },
  async 'an overruling says who and why'(way) {
    const { page, base } = way;
    await page.goto(`${base}${SYSTEM}/items/L3-8.1.4.3-a`);
    await page.locator('.alert-actions .ant-btn').nth(1).click();
    await fieldOf(page, '理由').fill(REASON);
    await fieldOf(page, '有效至').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await confirm(page);
    await page.waitForFunction((reason) => document.querySelector('.item-page').textContent.includes(reason), REASON);
  },
  async 'what an engineer proposes another person decides'(way) {
    const { page, base } = way;
    await enter(way, 'engineer', `${SYSTEM}/items/L3-8.1.1.3-b`);
    await page.locator('.alert-actions .ant-btn', { hasText: '提议豁免' }).click();
    await fieldOf(page, '责任人').fill('值班工程师');
    await fieldOf(page, '理由').fill('线缆改造排在明年一季度完成');
    await fieldOf(page, '补偿措施').fill('每周巡检并拍照留存记录');
    await fieldOf(page, '有效至').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
    await confirm(page);
    await page.goto(`${base}${SYSTEM}?tab=proposals`);
    const mine = page.locator('.addition', { hasText: '线缆改造' });
    await mine.waitFor();
    assert.equal(await mine.locator('.ant-btn', { hasText: '批准' }).count(), 0, 'the proposer could decide');
    await enter(way, 'operator', `${SYSTEM}?tab=proposals`);
    const theirs = page.locator('.addition', { hasText: '线缆改造' });
    await theirs.locator('.ant-btn', { hasText: '不批准' }).click();
    await send(page);
    assert.equal(await page.locator('.ant-modal .range-bad').count(), 1, 'a refusal without a reason');
    await page.keyboard.press('Escape');
    await theirs.locator('.ant-btn-primary').click();
    await send(page);
    await theirs.locator('.state-of-approved').waitFor();
  },
  async 'two auditors sign, and none of them twice'(way) {
    const { page } = way;
    await enter(way, 'engineer', `${SYSTEM}?tab=assessments`);
    await page.locator('.panel-tools .ant-btn').click();
    await fieldOf(page, '说明').fill('走查');
    await confirm(page);
    await page.locator('.protection-table tbody tr', { hasText: '走查' }).waitFor();
    const address = await page.locator('.protection-table tbody tr', { hasText: '走查' }).locator('a').getAttribute('href');
    for (const [user, part] of [['auditor', '测评'], ['auditor2', '批准']]) {
      await enter(way, user, address);
      await page.locator('.sign-buttons .ant-btn', { hasText: part }).click();
      await confirm(page);
      await page.waitForFunction(() => document.querySelector('.sign-buttons') === null);
    }
    assert.equal(await page.locator('.signed').count(), 2);
  },
  async 'two assessments are compared'(way) {
    const { page, base } = way;
    await page.goto(`${base}/assessments/compare?from=A-2026-0001&to=A-2026-0002`);
    await page.waitForSelector('.comparison-items');
    await page.locator('.toggle', { hasText: '变差' }).click();
    const turns = await page.locator('.comparison-items tbody tr td:first-child').allTextContents();
    assert.ok(turns.length > 0 && turns.every((text) => text.includes('变差')));
  },
  async 'an import shows its faults before anything is written'(way) {
    const { page } = way;
    await enter(way, 'engineer', '/assets');
    await page.waitForSelector('.queue-row');
    await page.locator('.queue-tools .ant-btn', { hasText: '导入' }).click();
    await page.setInputFiles('.ant-modal input[type="file"]', { name: 'inventory.csv', mimeType: 'text/csv', buffer: Buffer.from('made-up') });
    await page.waitForSelector('.import-faults');
    const confirm = page.locator('.ant-modal-footer .ant-btn').last();
    assert.ok(await confirm.isDisabled());
    await page.locator('.ant-modal .ant-checkbox-wrapper').click();
    await confirm.click();
    await page.waitForSelector('.ant-modal .import-faults', { state: 'detached' });
  },
  async 'an asset is opened by keys and changed'(way) {
    const { page, base } = way;
    await page.goto(`${base}/assets?kind=database`);
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .facts');
    await page.locator('.drawer .asset-acts .ant-btn').first().click();
    await fieldOf(page, '名称').fill('改名 <i>数据库</i>');
    await confirm(page);
    await page.waitForFunction(() => document.querySelector('.drawer h2').textContent === '改名 <i>数据库</i>');
  },
  async 'the trail is for auditors only'(way) {
    const { page, base } = way;
    await page.goto(`${base}/audit`);
    await page.waitForSelector('.empty');
    await enter(way, 'auditor', '/audit?action=asset.');
    await page.waitForSelector('.verification');
    const actions = await page.locator('.queue-row .cell-action').allTextContents();
    assert.ok(actions.length > 0 && actions.every((action) => action.startsWith('asset.')));
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .hash');
    assert.equal(await page.locator('.drawer dd b').count(), 0, 'a detail became markup');
  },
}, ['zh']);

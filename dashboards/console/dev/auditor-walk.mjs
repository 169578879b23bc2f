// The auditor's day through classified protection, in Chinese and in English, against a mock service
// of its own: from the matrix down to the raw record, an assessment and its report, the audit trail,
// and that nothing is offered which an auditor must not do.
//   node dev/auditor-walk.mjs            (after `npm run build`; needs Chromium; options: see walking.mjs)
import assert from 'node:assert/strict';
import { confirm, enter, walk } from './walking.mjs';

const SYSTEM = '/compliance/patent-review';
const ITEM = 'L3-8.1.4.3-a';
const offered = (page, where) => page.locator(`${where} .ant-btn:visible`).allTextContents();

await walk('auditor', {
  async 'the overview leads to what nothing shows yet'(way) {
    const { page, t } = way;
    await enter(way, 'auditor', '/compliance');
    await page.waitForSelector('.system-row');
    const heads = await page.locator('.system-row').first().locator('h3').allTextContents();
    ['coverage', 'results', 'freshness'].forEach((name) => assert.ok(heads.includes(t(`compliance.${name}`)), name));
    await page.locator('.system-row').first().locator('.result-count.result-no-evidence').click();
    await page.waitForSelector('.matrix-line');
    const shown = await page.locator('.matrix-result').allTextContents();
    assert.ok(shown.length > 0 && shown.every((text) => text.includes(t('compliance.result.no-evidence'))));
  },
  async 'keys go through the matrix and open an item on an object'({ page, base }) {
    await page.goto(`${base}${SYSTEM}?kind=database&class=automatic`);
    await page.waitForSelector('a.matrix-mark');
    await page.focus('.matrix-scroller');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key);
    }
    await page.waitForSelector('a.matrix-mark.matrix-active');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.cell-detail');
    assert.match(new URL(page.url()).searchParams.get('object'), /^patent-db-/);
  },
  async 'an item offers what is the auditor’s, and nothing that an engineer does'({ page, base, t }) {
    await page.goto(`${base}${SYSTEM}/items/${ITEM}`);
    await page.waitForSelector('.cell-detail');
    assert.deepEqual(await offered(page, '.alert-actions'), [t('act.attest'), t('act.overrule')]);
    assert.equal(await page.locator('.checks .ant-btn').count(), 0, 'a check could be run');
  },
  async 'its evidence says where it comes from, and leads down to the raw records'({ page, t }) {
    await page.locator('.cell-detail a[href^="/evidence/"]').first().click();
    await page.waitForSelector('.evidence-values');
    const text = await page.textContent('.evidence-page');
    ['evidence.intact', 'evidence.collector', 'evidence.query', 'evidence.expiresAt', 'evidence.audited'].forEach((key) => assert.ok(text.includes(t(key)), key));
    assert.deepEqual(await offered(page, '.evidence-page'), await page.locator('.evidence-page .ant-btn-text').allTextContents(), 'evidence offers more than to copy');
    await page.locator('.down-links a[href^="/events"]').click();
    await page.waitForSelector('.grid-table .raw');
    assert.ok((await page.textContent('.page-title, h1')).includes(t('events.title')));
  },
  async 'proposals of others are read, not decided'({ page, base }) {
    await page.goto(`${base}${SYSTEM}?tab=proposals`);
    await page.waitForSelector('.addition');
    assert.deepEqual(await offered(page, '.additions'), []);
  },
  async 'an assessment is read, and its report downloaded in every form'({ page, base, t }) {
    await page.goto(`${base}${SYSTEM}?tab=assessments`);
    await page.waitForSelector('.protection-table');
    assert.equal(await page.locator('.panel-tools .ant-btn').count(), 0, 'an auditor could make an assessment');
    await page.locator('.protection-table a[href="/assessments/A-2026-0002"]').first().click();
    await page.waitForSelector('.assess-matrix .matrix-line');
    assert.equal(await page.locator('.reports .report-form').count(), 6);
    for (const form of ['docx', 'pack']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.report-form', { hasText: t(`assess.form.${form}`) }).click()]);
      assert.match(download.suggestedFilename(), new RegExp(`^A-2026-0002\\.${form}`));
    }
  },
  async 'it is signed by name, once'({ page, t }) {
    const buttons = page.locator('.sign-buttons .ant-btn');
    if ((await buttons.count()) > 0) {
      await buttons.first().click();
      assert.ok((await page.textContent('.ant-modal .act')).includes(t('assess.sign.hint')));
      await confirm(page);
    }
    await page.waitForSelector('.signed');
    assert.equal(await page.locator('.sign-buttons .ant-btn').count(), 0, 'the same person could sign twice');
  },
  async 'two assessments are compared'({ page, base, t }) {
    await page.goto(`${base}/assessments/compare?from=A-2026-0001&to=A-2026-0002`);
    await page.waitForSelector('.comparison-items');
    await page.locator('.toggle', { hasText: t('comparison.turn.worse') }).click();
    const turns = await page.locator('.comparison-items tbody tr td:first-child').allTextContents();
    assert.ok(turns.length > 0 && turns.every((text) => text.includes(t('comparison.turn.worse'))));
  },
  async 'systems, assets and backups offer no change'({ page, base, t }) {
    await page.goto(`${base}/systems`);
    await page.waitForSelector('.protection-table');
    assert.deepEqual(await offered(page, '#content'), []);
    await page.goto(`${base}/assets?kind=host&selected=patent-web-07`);
    await page.waitForSelector('.drawer .facts');
    assert.deepEqual((await offered(page, '.queue-tools')).map((text) => text.trim()), [t('discovery.title'), t('queue.refresh')]);
    assert.equal(await page.locator('.drawer .asset-acts .ant-btn').count(), 0);
    await page.goto(`${base}/backups?selected=patent-review%2Freview-db-01`);
    await page.waitForSelector('.drawer .proofs');
    assert.ok((await page.textContent('.drawer')).includes(t('backup.act.readOnly')));
  },
  async 'the trail says that it is whole, and a line shows what proves it'({ page, base, t }) {
    await page.goto(`${base}/audit?action=evidence.viewed`);
    await page.waitForSelector('.verification');
    assert.ok((await page.textContent('.verification')).includes(t('audit.intact')));
    await page.waitForSelector('.queue-row');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .hash');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.queue-tools a', { hasText: t('audit.export') }).click()]);
    assert.equal(download.suggestedFilename(), 'audit.ndjson');
  },
  async 'whoever only reads is told so'(way) {
    const { page, t } = way;
    await enter(way, 'reviewer', `${SYSTEM}/items/${ITEM}`);
    await page.waitForSelector('.cell-detail');
    assert.ok((await page.textContent('.alert-actions')).includes(t('item.readOnly')));
    assert.deepEqual(await offered(page, '.alert-actions'), []);
  },
});

// The day of who looks after the backups, in Chinese and in English, against a mock service of its own.
//   node dev/backup-walk.mjs            (after `npm run build`; needs Chromium; options: see walking.mjs)
import assert from 'node:assert/strict';
import { confirm, enter, walk } from './walking.mjs';

const SOURCE = 'patent-review/review-db-01';
const proof = (page, index) => page.locator('.proof-card').nth(index);

await walk('backup', {
  async 'the list says what is wrong, the worst first, and keeps three proofs apart'(way) {
    const { page, t } = way;
    await enter(way, 'engineer', '/backups');
    await page.waitForSelector('.queue-row');
    const heads = await page.locator('.queue-head .cell').allTextContents();
    ['success', 'verify', 'drill'].forEach((column) => assert.ok(heads.includes(t(`backup.column.${column}`)), column));
    const rows = await page.locator('.queue-row').allTextContents();
    assert.equal(rows.length, 12);
    assert.match(rows[0], new RegExp(t('backup.problem.content-damaged')));
    assert.equal(await page.locator('.queue-row b b, .queue-row script').count(), 0, 'a name became markup');
  },
  async 'an overdue drill is found by its condition, which stands in the address'({ page, t }) {
    await page.locator('.chip-name', { hasText: t('backup.filter.problems') }).click();
    await page.locator('.choices .ant-checkbox-wrapper', { hasText: t('backup.problem.drill-overdue') }).click();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.queue-row').length === 1);
    assert.equal(new URL(page.url()).searchParams.get('problem'), 'drill-overdue');
    assert.match(await page.textContent('.queue-row'), /review-db-01/);
  },
  async 'keys open the drawer, and again the page'({ page, t }) {
    await page.locator('.rows').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer .proofs');
    assert.match(await proof(page, 2).textContent(), new RegExp(t('backup.proof.state.late')));
    await page.keyboard.press('Enter');
    await page.waitForSelector('.backup-source .drill');
    assert.ok(page.url().endsWith(`/backups/${SOURCE}`));
  },
  async 'restoring is not offered: the page says why, and which command does it'({ page, t }) {
    assert.ok((await page.textContent('.backup-source aside')).includes(t('restore.hint')));
    const command = await page.locator('.command pre').first().textContent();
    assert.match(command, /^\.\/zhidun backup --config "\$ZHIDUN_BACKUP_CONFIG" restore patent-review\/review-db-01 --id \S+ --into \S+$/);
  },
  async 'a drill is started after its dialog has said what it will do'({ page, t }) {
    await page.locator('.backup-acts .ant-btn', { hasText: t('backup.act.drill') }).click();
    const said = await page.textContent('.ant-modal .act');
    const [before] = t('backup.drill.hint').split('{bound}');
    assert.ok(said.includes(before), said);
    await confirm(page);
    await page.waitForSelector('.job');
    assert.ok((await page.textContent('.job')).includes(t('job.kind.drill')));
    assert.ok(await page.locator('.backup-acts .ant-btn').first().isDisabled(), 'a second job could be started');
  },
  async 'its record comes by itself: steps, comparison, time against the bound'({ page, t }) {
    await page.waitForFunction(() => document.querySelectorAll('.drill').length === 4);
    await page.waitForSelector('.job', { state: 'detached' });
    const record = await page.locator('.drill').first().textContent();
    [t('backup.drill.passed'), 'engineer', t('drill.step.restoreBase'), t('drill.comparisons.all', { n: 10 }), 'public.<script>'].forEach((text) => assert.ok(record.includes(text), text));
    assert.equal(await page.locator('.drill script').count(), 0, 'a table became markup');
    assert.match(await proof(page, 2).textContent(), new RegExp(t('backup.proof.state.good')));
    assert.ok((await page.textContent('.source-state')).includes(t('backup.problems.none')));
    await page.locator('.drill').first().scrollIntoViewIfNeeded();
  },
  async 'a running backup tells how far it is, how fast, and how long it will take'({ page, base, t }) {
    await page.goto(`${base}/backups/patent-review/documents`);
    await page.waitForSelector('.job-percent');
    const words = await page.textContent('.job');
    assert.match(words, /\d+%/);
    assert.match(words, /[KMG]iB\/s/);
    assert.ok(words.includes(t('job.leftAbout', { left: '' }).trim().split(' ')[0]));
    assert.ok(Number(await page.getAttribute('.job-bar', 'aria-valuenow')) > 0);
    assert.ok((await page.textContent('.backup-acts')).includes(t('backup.act.busy')));
  },
  async 'the calendar names what is overdue; the drill is no longer'({ page, base, t }) {
    await page.goto(`${base}/backups/calendar`);
    await page.waitForSelector('.overdue-panel .agenda li');
    const overdue = await page.locator('.overdue-panel .agenda li').allTextContents();
    assert.ok(overdue.some((line) => line.includes('new-forms')) && !overdue.some((line) => line.includes('review-db-01')), overdue.join());
    await page.focus('.month-chosen');
    const before = await page.getAttribute('.month-chosen', 'data-day');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((day) => document.querySelector('.month-chosen')?.getAttribute('data-day') > day, before);
    await page.locator('.chip-name', { hasText: t('due.filter.tasks') }).click();
    await page.locator('.choices .ant-checkbox-wrapper', { hasText: t('due.task.switch') }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t('due.weeks.next') }).click();
    await page.locator('.month-task.task-switch').first().click();
    assert.ok((await page.textContent('.calendar-side')).includes(t('due.byPeople')));
  },
  async 'policies say what each tier asks'({ page, base, t }) {
    await page.goto(`${base}/backups/policies`);
    await page.waitForSelector('.tier-table');
    assert.deepEqual(await page.locator('.tier-name').allTextContents(), ['T1', 'T2', 'T3', 'AUDIT']);
    assert.ok((await page.textContent('.tier-table')).includes(t('backup.byRunbook')));
  },
  async 'a damaged copy says where it is damaged'({ page, base, t }) {
    await page.goto(`${base}/backups?problem=content-damaged`);
    await page.locator('.queue-row').click();
    await page.waitForSelector('.copy-damaged');
    const damaged = await page.textContent('.copy-damaged');
    ['far', t('backup.copies.offsite'), t('backup.copy.damaged', { n: 2 }), 'chunk-000217'].forEach((text) => assert.ok(damaged.includes(text), text));
  },
  async 'verifying the damaged copy again is done and not passed'({ page, base, t }) {
    await page.goto(`${base}/backups/patent-review/retrieval-db?tab=jobs`);
    await page.locator('.backup-acts .ant-btn', { hasText: t('backup.act.verify') }).click();
    await page.locator('.ant-modal .act-field', { hasText: t('backup.act.target') }).locator('.ant-select').click();
    await page.locator('.ant-select-item-option', { hasText: 'far' }).click();
    await confirm(page);
    await page.locator('.records tbody tr', { hasText: t('job.notPassed') }).waitFor();
  },
  async 'records that cannot be read do not take the state with them'({ page, base, t }) {
    await page.goto(`${base}/backups/zhidun/rules`);
    await page.waitForSelector('.failure');
    const text = await page.textContent('.backup-source');
    [t('backup.history.away'), t('failure.backupsAway'), 'connection refused'].forEach((words) => assert.ok(text.includes(words), words));
    assert.equal(await page.locator('.proof-card').count(), 3);
  },
  async 'who may not start anything reads why'(way) {
    const { page, t } = way;
    await enter(way, 'operator', `/backups/${SOURCE}`);
    await page.waitForSelector('.drill');
    assert.equal(await page.locator('.backup-acts').count(), 0);
    assert.ok((await page.textContent('.backup-source aside')).includes(t('backup.act.readOnly')));
  },
  async 'an installation without backups is told how to have some'({ page, base, t }) {
    await page.route('**/api/v1/backups', (route) => route.fulfill({ json: { configured: false, installation: null, fault: null, lookedAt: null, items: [], next: null, total: 0 } }));
    await page.goto(`${base}/backups`);
    await page.waitForSelector('.unconfigured');
    const text = await page.textContent('.unconfigured');
    [t('backup.unconfigured'), 'ZHIDUN_BACKUP_CONFIG=', 'keys create'].forEach((words) => assert.ok(text.includes(words), words));
    await page.unroute('**/api/v1/backups');
  },
});

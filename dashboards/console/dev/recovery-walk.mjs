// The day of an exercise, and the administrators' accounts, in Chinese and in English, against a mock service of its own.
//   node dev/recovery-walk.mjs            (after `npm run build`; needs Chromium; options: see walking.mjs)
import assert from 'node:assert/strict';
import { confirm, enter, walk } from './walking.mjs';

const texts = (page, selector) => page.locator(selector).allTextContents();
const fill = (page, label, value) => page.locator('.ant-modal .act-field', { hasText: label }).locator('input, textarea').last().fill(value);

async function choose(page, label, option) {
  await page.locator('.ant-modal .act-field', { hasText: label }).locator('.ant-select').click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

/** Seconds on the big clock. */
async function clock(page) {
  const [hours, minutes, seconds] = (await page.locator('.clock-rto .clock-value').innerText()).split(':').map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}

await walk('recovery', {
  async 'the list has what is reached beside what is aimed at, why it is not more, and what runs first'(way) {
    const { page, t } = way;
    await enter(way, 'engineer', '/recovery');
    await page.waitForSelector('.recovery-table tbody tr');
    const rows = await texts(page, '.recovery-table tbody tr');
    assert.match(rows[0], new RegExp(t('recovery.runs')));
    const review = rows.find((row) => row.includes('专利审查系统'));
    assert.ok(review.includes(t('recovery.levelOf', { n: 5 })) && review.includes(t('recovery.levelOf', { n: 3 })) && review.includes(t('recovery.gap', { n: 2 })), review);
    assert.match(review, way.language === 'zh' ? /运维值守/ : /operations/);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('.recovery-table tbody tr').nth(1).locator('a').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.level-figures');
    assert.equal(new URL(page.url()).pathname, second);
    await page.goto(`${way.base}/recovery/patent-review`);
  },

  async 'a plan is revised, and the version before stays as it was'(way) {
    const { page, t } = way;
    await page.locator('.link-button').click();
    await page.waitForSelector('.plan-save');
    await page.locator('.plan-save .ant-btn-primary').click();
    await page.waitForSelector('.plan-save .range-bad');
    await page.locator('.plan-step-row .ant-input-number input').nth(5).fill('25');
    await page.reload();
    await page.waitForSelector('.plan-discard');
    assert.equal(await page.locator('.plan-step-row .ant-input-number input').nth(5).inputValue(), '25');
    await page.locator('.plan-save input').fill('switch of the network');
    await page.locator('.plan-save .ant-btn-primary').click();
    await page.waitForSelector('.level-figures');
    await page.locator('.recovery-lines', { hasText: t('recovery.version', { n: 4 }) }).waitFor();
    await page.goto(`${way.base}/recovery/patent-review?version=3`);
    await page.locator('.away-words', { hasText: t('plan.old', { version: 3, current: 4 }) }).waitFor();
    assert.match((await texts(page, '.plan-steps li'))[5], way.language === 'zh' ? /20 分/ : /20 min/);
  },

  async 'an exercise is started, survives a reload in the middle, and its clock goes on'(way) {
    const { page, t } = way;
    await page.goto(`${way.base}/recovery/zhidun`);
    await page.locator('aside .ant-btn-primary').click();
    await fill(page, t('exercise.start.scenario'), 'The main node lost power');
    await confirm(page);
    await page.waitForSelector('.clocks');
    await page.keyboard.press('b');
    await page.waitForSelector('.step-clock');
    const before = await clock(page);
    await page.waitForTimeout(1_100);
    await page.reload();
    await page.waitForSelector('.step-clock');
    assert.ok((await clock(page)) > before, 'the clock stood still');
    assert.equal(await page.locator('.exercise-step-current').count(), 1);
  },

  async 'steps are ended one by one; what did not go as planned wants a word'(way) {
    const { page, t } = way;
    await page.locator('.exercise-acts .ant-btn-dangerous').click();
    await page.locator('.ant-modal-footer .ant-btn').last().click();
    await page.waitForSelector('.ant-modal .range-bad');
    await page.keyboard.press('Escape');
    const steps = await page.locator('.exercise-step').count();
    for (let step = 1; step <= steps; step += 1) {
      if (step > 1) {
        await page.locator('.exercise-acts .ant-btn-primary', { hasText: t('exercise.step.begin', { n: step }) }).click();
      }
      await page.locator('.exercise-step-current .step-clock').waitFor();
      await page.keyboard.press('d');
      await page.locator('.ant-modal .act').waitFor();
      await confirm(page);
      await page.locator('.exercise-step-done').nth(step - 1).waitFor();
    }
    await page.locator('.clock-name', { hasText: t('exercise.rto.back') }).waitFor();
  },

  async 'it is ended and signed, and the report comes in the language asked for'(way) {
    const { page, t } = way;
    await page.locator('.exercise-end .ant-btn-primary').click();
    await fill(page, t('exercise.complete.summary'), 'Back as planned');
    await fill(page, t('exercise.complete.lost'), '3s');
    await confirm(page);
    await page.locator('.exercise-result-passed').waitFor();
    await page.locator('.evidence-intact', { hasText: t('exercise.sealed.intact') }).waitFor();
    assert.equal(await page.locator('.exercise-end').count(), 0, 'nothing is left to do');
    assert.match(await page.locator('.exercise-downloads a').first().getAttribute('href'), new RegExp(`form=docx&language=${way.language}$`));
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.exercise-downloads a').nth(2).click()]);
    assert.match(file.suggestedFilename(), /^exercise-.*\.json$/);
  },

  async 'whoever is no engineer sees the clock and is offered nothing'(way) {
    const { page, t } = way;
    await enter(way, 'operator', '/recovery');
    await page.locator('a.exercised-running').click();
    await page.waitForSelector('.clocks');
    await page.locator('.exercise-watch', { hasText: t('exercise.watch') }).waitFor();
    assert.equal(await page.locator('.exercise-acts, .exercise-end').count(), 0);
    await page.goto(`${way.base}/recovery/patent-review`);
    await page.waitForSelector('.level-figures');
    assert.equal(await page.locator('aside .ant-btn, .link-button').count(), 0);
    await page.goto(`${way.base}/accounts`);
    await page.locator('h2', { hasText: t('account.forbidden') }).waitFor();
    assert.equal(await page.locator('a.nav-link[href="/accounts"]').count(), 0);
  },

  async 'the system administrator makes an account, whose password is shown once, and gives no role'(way) {
    const { page, t } = way;
    await enter(way, 'sysadmin', '/accounts');
    await page.locator('.queue-tools .ant-btn').click();
    await fill(page, t('account.name'), 'chen.yu');
    await fill(page, t('account.displayName'), '陈宇');
    await page.locator('.ant-modal-footer .ant-btn').last().click();
    const password = await page.locator('.first-password code').innerText();
    assert.match(password, /^[2-9a-zA-Z]{20}$/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.first-password').count(), 1, 'a stray key must not lose it');
    await page.locator('.ant-modal-footer .ant-btn').last().click();
    const row = page.locator('.account-table tr', { hasText: 'chen.yu' });
    await row.waitFor();
    assert.ok(!(await page.content()).includes(password), 'the password is still there');
    assert.deepEqual(await row.locator('.ant-btn').allTextContents(), [t('account.lock'), t('account.reset')]);
  },

  async 'the security administrator gives the role, and never an administrator’s account another'(way) {
    const { page, t } = way;
    await enter(way, 'secadmin', '/accounts');
    const row = page.locator('.account-table tr', { hasText: 'chen.yu' });
    await row.locator('.ant-btn').click();
    await choose(page, t('account.grant.role'), t('role.operator'));
    await confirm(page);
    await row.locator('b', { hasText: t('role.operator') }).waitFor();
    assert.equal(await page.locator('.account-table tr', { hasText: 'own.made' }).locator('.ant-btn').count(), 0);
    const auditor = page.locator('.account-table tr', { hasText: 'auditor2' });
    await auditor.locator('.ant-btn').click();
    await page.locator('.ant-modal .act-field .ant-select').click();
    assert.deepEqual(await texts(page, '.ant-select-item-option-content'), [t('account.grant.take')]);
  },

  async 'the last administrator who can act stays, and the page says why'(way) {
    const { page, t } = way;
    await enter(way, 'sysadmin', '/accounts');
    await page.locator('.account-table tr', { has: page.locator('code', { hasText: /^secadmin$/ }) }).locator('.ant-btn').first().click();
    await page.locator('.ant-modal-footer .ant-btn').last().click();
    await page.locator('.ant-modal .failure', { hasText: t('failure.lastAdministrator') }).waitFor();
  },
});

// What every walk needs: a mock service of its own, a browser, steps that are said by name, and the
// console's own texts, so that one walk goes through both languages.
//   --chromium PATH   --out FOLDER (a picture after each step)   --languages zh,en
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

export const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TEXTS = fileURLToPath(new URL('../src/i18n/', import.meta.url));
const LINE = /^ {2}'([^']+)': '((?:[^'\\]|\\.)*)',$/gm;
const PASSWORD = 'zhidun-mock-1';

/** The texts of a language by key, placeholders as they are; for a count of one, `n` chooses the word. */
function textsOf(language) {
  const files = readdirSync(TEXTS).filter((name) => name === `${language}.ts` || name.endsWith(`.${language}.ts`));
  const texts = new Map(files.flatMap((name) => [...readFileSync(join(TEXTS, name), 'utf8').matchAll(LINE)].map(([, key, text]) => [key, text.replaceAll("\\'", "'")])));
  return (key, values = {}) => {
    if (!texts.has(key)) {
      throw new Error(`there is no text ${key}`);
    }
    return texts.get(key).replace(/\{(\w+)\?([^|{}]*)\|([^{}]*)\}/g, (_, name, one, many) => (String(values[name]) === '1' ? one : many)).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}

async function startMock() {
  const mock = spawn(process.execPath, [fileURLToPath(new URL('mock-server.mjs', import.meta.url)), '--port', '0', '--rate', '0', '--alerts', '400'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(mock.stdout, 'data');
  return { base: `http://127.0.0.1:${/port (\d+)/.exec(String(said))[1]}`, stop: () => mock.kill() };
}

/** Signs in and is where the address leads. */
export async function enter({ page, context, base }, user, path) {
  await context.clearCookies();
  await page.goto(base + path);
  await page.fill('input[autocomplete="username"]', user);
  await page.fill('input[autocomplete="current-password"]', PASSWORD);
  await page.click('button[type="submit"]');
  await page.waitForSelector('.nav');
}

/** Sends the open dialog, and waits until it is gone. */
export async function confirm(page) {
  await page.locator('.ant-modal-footer .ant-btn').last().click();
  await page.waitForSelector('.ant-modal .act', { state: 'detached' });
}

const MACHINE_WORDS = /\b(null|undefined|NaN|\[object Object\])\b|\{\w+\}/;

/** Goes through the steps in each language, each with a service as it is at the start; ends the process. */
export async function walk(name, steps, languages = ['zh', 'en']) {
  const { values: options } = parseArgs({ options: { chromium: { type: 'string', default: '/usr/bin/chromium' }, out: { type: 'string' }, languages: { type: 'string', default: languages.join(',') } } });
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true });
  }
  const begun = Date.now();
  const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
  let passed = 0;
  let failed = 0;
  for (const language of options.languages.split(',')) {
    const mock = await startMock();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language === 'zh' ? 'zh-CN' : 'en-GB', acceptDownloads: true });
    await context.addInitScript((kept) => localStorage.setItem('zhidun.preferences', kept), JSON.stringify({ language, theme: 'light', zone: 'Asia/Shanghai' }));
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults = [];
    page.on('pageerror', (cause) => faults.push(String(cause)));
    page.on('dialog', (dialog) => {
      faults.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
    const way = { page, context, base: mock.base, language, t: textsOf(language) };
    let at = 0;
    for (const [step, go] of Object.entries(steps)) {
      at += 1;
      try {
        await go(way);
        const words = MACHINE_WORDS.exec(await page.evaluate(() => document.body.innerText));
        if (words !== null) {
          throw new Error(`a machine word reaches a person: ${words[0]}`);
        }
        passed += 1;
        console.log(`ok   ${language} ${step}`);
      } catch (cause) {
        failed += 1;
        console.log(`FAIL ${language} ${step}: ${cause.message}`);
      }
      if (options.out !== undefined) {
        await page.screenshot({ path: join(options.out, `${name}-${language}-${String(at).padStart(2, '0')}.png`) });
      }
    }
    faults.forEach((fault) => console.log(`FAIL ${language} in the page: ${fault}`));
    failed += faults.length;
    await context.close();
    mock.stop();
  }
  await browser.close();
  console.log(`${name}: ${passed} passed, ${failed} failed in ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
  process.exit(failed === 0 ? 0 : 1);
}

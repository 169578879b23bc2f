// Scrolls the whole queue as a person would and reports how long frames took.
//   node dev/scroll-check.mjs --url http://127.0.0.1:8099 --user operator --password …
// Frame times are wall time and grow with whatever else the machine does; the page's own work is
// measured in CPU time of its main thread. Exit 1 where that is more than a frame's 16.7 ms.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8099' },
    user: { type: 'string', default: 'operator' },
    password: { type: 'string', default: process.env.ZHIDUN_PASSWORD ?? 'zhidun-mock-1' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const browser = await chromium.launch({ executablePath: options.chromium, args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await page.goto(`${options.url}/alerts`);
await page.fill('input[autocomplete="username"]', options.user);
await page.fill('input[autocomplete="current-password"]', options.password);
const signed = Date.now();
await page.click('button[type="submit"]');
await page.waitForSelector('.queue-row');
console.log(`first rows ${Date.now() - signed} ms after signing in`);

const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
async function mainThreadSeconds() {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const before = await mainThreadSeconds();
const measured = await page.evaluate(async () => {
  const rows = document.querySelector('.rows');
  const frames = [];
  let last = performance.now();
  let idle = 0;
  while (idle < 120) {
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    frames.push(now - last);
    last = now;
    const before = rows.scrollTop;
    rows.scrollTop += 240;
    idle = rows.scrollTop === before ? idle + 1 : 0;
  }
  const drawn = document.querySelectorAll('.queue-row').length;
  return { frames: frames.slice(1, -120), height: rows.scrollHeight, drawn };
});
const after = await mainThreadSeconds();
const sorted = measured.frames.toSorted((a, b) => a - b);
const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
const slow = sorted.filter((frame) => frame > 50).length;
console.log(`${Math.round(measured.height / 32) - 1} rows scrolled in ${sorted.length} frames, ${measured.drawn} rows in the page`);
console.log(`frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${slow} frames above 50 ms`);
const perFrame = (name) => ((after[name] - before[name]) * 1_000) / sorted.length;
console.log(
  `main thread per frame: ${perFrame('TaskDuration').toFixed(1)} ms CPU (script ${perFrame('ScriptDuration').toFixed(1)}, style ${perFrame('RecalcStyleDuration').toFixed(1)}, layout ${perFrame('LayoutDuration').toFixed(1)}); load of the machine ${loadavg()[0].toFixed(1)}`,
);

const filtered = Date.now();
await page.locator('.chip-name').nth(1).click();
await page.locator('.choices .ant-checkbox-wrapper').first().click();
await page.waitForFunction(() => new URLSearchParams(location.search).has('severity') && !document.querySelector('.anticon-spin'));
console.log(`a filter answered within ${Date.now() - filtered} ms, clicks included`);
await browser.close();
process.exit(perFrame('TaskDuration') > 16.7 ? 1 : 0);

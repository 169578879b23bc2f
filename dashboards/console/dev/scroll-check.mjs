// Scrolls a list and the matrix of items and objects as a person would, and reports how long frames took.
//   node dev/scroll-check.mjs --url http://127.0.0.1:8099 --user operator --password … [--pages queue,matrix,across]
// Frame times are wall time and grow with whatever else the machine does; the page's own work is
// measured in CPU time of its main thread. Exit 1 where that is more than a frame's 16.7 ms.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { FLAGS } from './walking.mjs';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8099' },
    user: { type: 'string', default: 'operator' },
    password: { type: 'string', default: process.env.ZHIDUN_PASSWORD ?? 'zhidun-mock-1' },
    system: { type: 'string', default: 'patent-review' },
    pages: { type: 'string', default: 'queue,matrix,across' },
    profile: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
/** What is scrolled, by how many pixels a frame in which direction, and what counts as drawn. */
const PAGES = {
  queue: { path: '/alerts', scroller: '.rows', row: '.queue-row', x: 0, y: 240 },
  matrix: { path: `/compliance/${options.system}`, scroller: '.matrix-scroller', row: '.matrix-mark', x: 0, y: 120 },
  across: { path: `/compliance/${options.system}`, scroller: '.matrix-scroller', row: '.matrix-mark', x: 60, y: 0 },
};

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
async function mainThread() {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** To the end and back, so that a short way has enough frames. */
function scroll({ scroller, row, x, y }) {
  const element = document.querySelector(scroller);
  const frames = [];
  let last = 0;
  let most = 0;
  let way = 1;
  let turns = 0;
  return new Promise((done) => {
    const step = (now) => {
      if (last > 0) {
        frames.push(now - last);
      }
      last = now;
      const before = element.scrollTop + element.scrollLeft;
      element.scrollBy({ left: x * way, top: y * way, behavior: 'instant' });
      if (frames.length % 16 === 0) {
        most = Math.max(most, document.querySelectorAll(row).length);
      }
      if (element.scrollTop + element.scrollLeft === before) {
        way = -way;
        turns += 1;
      }
      if (turns > 2 || frames.length > 1_500) {
        done({ frames, most });
      } else {
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  });
}

let slow = false;
for (const name of options.pages.split(',')) {
  const asked = PAGES[name];
  await page.goto(options.url + asked.path);
  await page.waitForSelector(asked.row);
  await page.waitForTimeout(1_000);
  if (options.profile === name) {
    await session.send('Profiler.enable');
    await session.send('Profiler.start');
  }
  const before = await mainThread();
  const { frames, most } = await page.evaluate(scroll, asked);
  const after = await mainThread();
  if (options.profile === name) {
    tell((await session.send('Profiler.stop')).profile);
  }
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
  const perFrame = (metric) => ((after[metric] - before[metric]) * 1_000) / frames.length;
  console.log(`${name}: ${frames.length} frames, at most ${most} of ${asked.row} in the page`);
  console.log(`  frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${sorted.filter((frame) => frame > 50).length} frames above 50 ms`);
  console.log(`  main thread per frame: ${perFrame('TaskDuration').toFixed(1)} ms CPU (script ${perFrame('ScriptDuration').toFixed(1)}, style ${perFrame('RecalcStyleDuration').toFixed(1)}, layout ${perFrame('LayoutDuration').toFixed(1)}); load of the machine ${loadavg()[0].toFixed(1)}`);
  slow ||= perFrame('TaskDuration') > 16.7;
}

/** Where script spent its own time: the twelve functions with the most. */
function tell({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || '(anonymous)'} ${callFrame.url.split('/').at(-1)}:${callFrame.lineNumber}`]));
  const spent = new Map();
  samples.forEach((id, index) => spent.set(names.get(id), (spent.get(names.get(id)) ?? 0) + timeDeltas[index] / 1_000));
  [...spent].sort((a, b) => b[1] - a[1]).slice(0, 12).forEach(([where, millis]) => console.log(`    ${millis.toFixed(0)} ms ${where}`));
}

await page.goto(`${options.url}/alerts`);
await page.waitForSelector('.queue-row');
const filtered = Date.now();
await page.locator('.chip-name').nth(1).click();
await page.locator('.choices .ant-checkbox-wrapper').first().click();
await page.waitForFunction(() => new URLSearchParams(location.search).has('severity') && !document.querySelector('.anticon-spin'));
console.log(`a filter answered within ${Date.now() - filtered} ms, clicks included`);
await browser.close();
process.exit(slow ? 1 : 0);

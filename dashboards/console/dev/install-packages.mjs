// Runs `npm ci` when node_modules is missing or was made from another lock file; else does nothing,
// so that a build with nothing new stays fast.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.zhidun-lock';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
  process.exit(0);
}
const done = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], { stdio: 'inherit' });
if (done.status !== 0) {
  console.error(`npm ci ended with ${done.status ?? done.error?.message}: the console's packages are not installed`);
  process.exit(1);
}
writeFileSync(stamp, lock);

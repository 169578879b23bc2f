// Builds the console unless the last build was made from the same sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const inputs = ['src', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];
const stamp = 'target/console-build';
const output = 'target/classes/META-INF/resources/index.html';

function add(hash, path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      add(hash, join(path, name));
    }
  } else if (!/\.test\.tsx?$/.test(path)) {
    hash.update(path).update('\0').update(readFileSync(path));
  }
}

const hash = createHash('sha256');
inputs.forEach((path) => add(hash, path));
const state = hash.digest('hex');
if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) {
  process.exit(0);
}
const done = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel=warn'], { stdio: 'inherit' });
if (done.status !== 0) {
  console.error('the console did not build; the lines above say why');
  process.exit(1);
}
mkdirSync('target', { recursive: true });
writeFileSync(stamp, state);

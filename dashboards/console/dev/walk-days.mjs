// The days of the backup operator and of the auditor, where a browser is installed (`./zhidun test` installs one).
import { existsSync } from 'node:fs';

const CHROMIUM = '/usr/bin/chromium';

if (existsSync(CHROMIUM)) {
  await import('./backup-walk.mjs');
  await import('./auditor-walk.mjs');
} else {
  console.log(`walks are left out: there is no ${CHROMIUM}`);
}

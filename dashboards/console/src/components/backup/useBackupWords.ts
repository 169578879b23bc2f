import { useMemo } from 'react';
import { knownProblem } from '../../lib/backups';
import { ABSENT, formatDuration } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

const KINDS = ['files', 'postgresql', 'mariadb', 'elasticsearch', 'kafka', 'zhidun'] as const;
const MEDIA = ['directory', 'sftp', 's3'] as const;
/** As drill records name their steps. */
const STEPS = { restore: 'restore', start: 'start', 'fetch log': 'fetchLog', 'restore base backup': 'restoreBase', 'recover and start': 'recover', compare: 'compare', failed: 'failed' } as const;
/** Who the service is where nobody asked. */
const PLATFORM = 'zhidun';

/** Names of what the service calls by a code; an unknown code stands for itself. */
export function useBackupWords() {
  const { t, language } = usePreferences();
  return useMemo(() => {
    const duration = (millis: number | null, units = 2) => (millis === null ? ABSENT : formatDuration(millis, language, units));
    return {
      kind: (code: string) => {
        const known = KINDS.find((each) => each === code);
        return known === undefined ? code : t(`backup.kind.${known}`);
      },
      medium: (code: string) => {
        const known = MEDIA.find((each) => each === code);
        return known === undefined ? code : t(`backup.medium.${known}`);
      },
      problem: (code: string) => {
        const known = knownProblem(code);
        return known === null ? code : t(`backup.problem.${known}`);
      },
      step: (name: string) => {
        const known = Object.entries(STEPS).find(([each]) => each === name);
        return known === undefined ? name : t(`drill.step.${known[1]}`);
      },
      isPlatform: (account: string) => account === PLATFORM,
      duration,
      /** What is measured beside what is asked. */
      against: (value: number | null, bound: string) => t('backup.of', { value: duration(value, 1), bound }),
    };
  }, [t, language]);
}

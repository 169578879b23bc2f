import { Problem } from '../api/http';
import { UnreadableAnswer } from '../api/shape';

/** Which of the designed failures a cause is; each has three sentences in the dictionary. */
export type FailureKind =
  | 'network'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'samePerson'
  | 'decided'
  | 'inUse'
  | 'importChanged'
  | 'importFaults'
  | 'busy'
  | 'notReady'
  | 'jobRuns'
  | 'noBackups'
  | 'nothingBackedUp'
  | 'backupsAway'
  | 'noPlan'
  | 'exerciseRuns'
  | 'exerciseState'
  | 'accountExists'
  | 'accountState'
  | 'roleFinal'
  | 'lastAdministrator'
  | 'tooManyAccounts'
  | 'invalid'
  | 'away'
  | 'unreadable'
  | 'server';

/** Refusals that have a name of their own say more than their status. */
const NAMED: Record<string, FailureKind> = {
  'same-person': 'samePerson',
  decided: 'decided',
  'in-use': 'inUse',
  'import-changed': 'importChanged',
  'import-faults': 'importFaults',
  'check-running': 'busy',
  'not-ready': 'notReady',
  'backup-job-runs': 'jobRuns',
  'no-backups': 'noBackups',
  'nothing-backed-up': 'nothingBackedUp',
  'backups-away': 'backupsAway',
  'no-plan': 'noPlan',
  'exercise-runs': 'exerciseRuns',
  'exercise-state': 'exerciseState',
  'account-exists': 'accountExists',
  'account-state': 'accountState',
  'role-final': 'roleFinal',
  'last-administrator': 'lastAdministrator',
  'too-many-accounts': 'tooManyAccounts',
};

function ofStatus(status: number): FailureKind {
  switch (status) {
    case 0:
      return 'network';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'missing';
    case 409:
      return 'conflict';
    case 502:
    case 503:
    case 504:
      return 'away';
    default:
      return status >= 500 ? 'server' : 'invalid';
  }
}

export function failureOf(cause: unknown): { kind: FailureKind; detail: string } {
  if (cause instanceof Problem) {
    const kind = NAMED[cause.code] ?? ofStatus(cause.status);
    // Only a refused input and a place that fails need the service's own words; elsewhere ours say more, in the reader's language.
    return { kind, detail: kind === 'invalid' || kind === 'backupsAway' ? cause.detail : '' };
  }
  // A body that is no JSON comes as a SyntaxError.
  if (cause instanceof UnreadableAnswer || cause instanceof SyntaxError) {
    return { kind: 'unreadable', detail: cause instanceof UnreadableAnswer ? cause.message : '' };
  }
  return { kind: 'server', detail: '' };
}

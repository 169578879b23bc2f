import type { CaseState, Move } from '../api/filingtypes';
import { isClosed, MOST_REPLY_DAYS } from './casestates';

/** What a reviewer has filled in so far. */
export interface MoveDraft {
  to: CaseState | null;
  note: string;
  replyDays: number | null;
  /** By kind; a kind without an entry has no outcome yet. */
  outcomes: Readonly<Record<string, boolean>>;
}

export type MoveFault = 'to' | 'note' | 'replyDays' | 'outcomes' | 'noneConfirmed';

/** What is still missing before the move can be sent. */
export function moveFaults(draft: MoveDraft, kinds: readonly string[]): MoveFault[] {
  const faults: MoveFault[] = [];
  if (draft.to === null) {
    faults.push('to');
  }
  if (draft.note.trim() === '') {
    faults.push('note');
  }
  if (draft.to === 'notified' && !(draft.replyDays !== null && Number.isInteger(draft.replyDays) && draft.replyDays >= 1 && draft.replyDays <= MOST_REPLY_DAYS)) {
    faults.push('replyDays');
  }
  if (draft.to === 'confirmed') {
    if (kinds.some((kind) => draft.outcomes[kind] === undefined)) {
      faults.push('outcomes');
    } else if (kinds.length > 0 && !kinds.some((kind) => draft.outcomes[kind] === true)) {
      faults.push('noneConfirmed');
    }
  }
  return faults;
}

/** The request; null while something is missing. A dismissal holds for every kind. */
export function toMove(draft: MoveDraft, kinds: readonly string[]): Move | null {
  const { to } = draft;
  if (to === null || moveFaults(draft, kinds).length > 0) {
    return null;
  }
  return {
    to,
    note: draft.note.trim(),
    ...(to === 'notified' && draft.replyDays !== null ? { replyDays: draft.replyDays } : {}),
    ...(isClosed(to) ? { outcomes: kinds.map((kind) => ({ kind, confirmed: to === 'confirmed' && draft.outcomes[kind] === true })) } : {}),
  };
}

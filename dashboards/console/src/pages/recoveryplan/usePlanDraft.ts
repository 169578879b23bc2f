import { useState } from 'react';
import { draftOf, type PlanDraft } from '../../lib/recoveryplan';
import type { PlanVersion } from '../../api/recoverytypes';

/** Kept for this tab until it is saved or discarded: a reload loses nothing. */
const place = (system: string, basedOn: number) => `zhidun.plan.${system}.${basedOn}`;

function kept(name: string): PlanDraft | null {
  try {
    const text = sessionStorage.getItem(name);
    const read: unknown = text === null ? null : JSON.parse(text);
    // Written by this page alone; a draft of another form is not worth a guess.
    return typeof read === 'object' && read !== null && Array.isArray((read as PlanDraft).steps) && Array.isArray((read as PlanDraft).rollback) && Array.isArray((read as PlanDraft).roles) && typeof (read as PlanDraft).declared === 'object' ? (read as PlanDraft) : null;
  } catch {
    return null;
  }
}

export function usePlanDraft(system: string, current: PlanVersion | null) {
  const basedOn = current?.version ?? 0;
  const name = place(system, basedOn);
  const [restored, setRestored] = useState(() => kept(name) !== null);
  const [draft, setDraft] = useState<PlanDraft>(() => kept(name) ?? draftOf(current?.plan ?? null));
  const forget = () => {
    sessionStorage.removeItem(name);
    setRestored(false);
  };
  return {
    draft,
    basedOn,
    restored,
    change: (next: PlanDraft) => {
      setDraft(next);
      sessionStorage.setItem(name, JSON.stringify(next));
    },
    discard: () => {
      forget();
      setDraft(draftOf(current?.plan ?? null));
    },
    forget,
  };
}

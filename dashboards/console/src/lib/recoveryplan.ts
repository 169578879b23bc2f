import { DECLARED, type Declared, type Plan, type PlanForm, type PlanRole, type PlanStep, type StepCheck } from '../api/recoverytypes';

/** A plan while somebody writes it: a number may be missing. */
export interface StepDraft {
  title: string;
  detail: string;
  responsible: string;
  minutes: number | null;
  check: StepCheck;
  service: boolean;
}

export interface PlanDraft {
  title: string;
  level: number | null;
  rtoMinutes: number | null;
  rpoMinutes: number | null;
  exerciseEveryDays: number | null;
  declared: Declared;
  roles: PlanRole[];
  steps: StepDraft[];
  rollback: StepDraft[];
  note: string;
}

export const MOST_STEPS = 60;
export const MOST_ROLES = 30;
export const MOST_MINUTES = 14 * 24 * 60;

export const NO_STEP: StepDraft = { title: '', detail: '', responsible: '', minutes: null, check: 'none', service: false };
export const NO_ROLE: PlanRole = { role: '', name: '', contact: '' };

export function draftOf(plan: Plan | null): PlanDraft {
  return plan === null
    ? {
        title: '',
        level: null,
        rtoMinutes: null,
        rpoMinutes: null,
        exerciseEveryDays: 183,
        declared: Object.fromEntries(DECLARED.map((name) => [name, 0])) as Declared,
        roles: [NO_ROLE],
        steps: [NO_STEP],
        rollback: [],
        note: '',
      }
    : { ...plan, note: '' };
}

export type PlanFault = 'missing' | 'short' | 'level' | 'minutes' | 'rpo' | 'days' | 'twice' | 'role' | 'noService' | 'noSteps' | 'number';

/** What is wrong, by place (`steps.2.title`), all at once, by the service's own rules; the service has the last word. */
export type PlanFaults = Readonly<Record<string, PlanFault>>;

const within = (value: number | null, least: number, most: number) => value !== null && Number.isInteger(value) && value >= least && value <= most;

function textFault(text: string, least: number): PlanFault | null {
  const length = text.trim().length;
  return length === 0 ? 'missing' : length < least ? 'short' : null;
}

export function planFaults(draft: PlanDraft): PlanFaults {
  const faults: Record<string, PlanFault> = {};
  const note = (at: string, fault: PlanFault | null) => {
    if (fault !== null) {
      faults[at] = fault;
    }
  };
  note('title', textFault(draft.title, 2));
  note('note', textFault(draft.note, 2));
  note('level', within(draft.level, 1, 6) ? null : 'level');
  note('rtoMinutes', within(draft.rtoMinutes, 1, MOST_MINUTES) ? null : 'minutes');
  note('rpoMinutes', within(draft.rpoMinutes, 0, MOST_MINUTES) ? null : 'rpo');
  note('exerciseEveryDays', within(draft.exerciseEveryDays, 7, 731) ? null : 'days');
  const roles = draft.roles.map(({ role }) => role.trim());
  draft.roles.forEach((role, index) => {
    note(`roles.${index}.role`, textFault(role.role, 1) ?? (roles.indexOf(role.role.trim()) < index ? 'twice' : null));
    note(`roles.${index}.name`, textFault(role.name, 1));
  });
  for (const [name, steps] of [['steps', draft.steps], ['rollback', draft.rollback]] as const) {
    steps.forEach((step, index) => {
      note(`${name}.${index}.title`, textFault(step.title, 2));
      note(`${name}.${index}.responsible`, textFault(step.responsible, 1) ?? (roles.includes(step.responsible.trim()) ? null : 'role'));
      note(`${name}.${index}.minutes`, within(step.minutes, 1, MOST_MINUTES) ? null : 'minutes');
    });
  }
  note('steps', draft.steps.length === 0 ? 'noSteps' : draft.steps.some(({ service }) => service) ? null : 'noService');
  return faults;
}

const sent = (step: StepDraft): PlanStep => ({ ...step, title: step.title.trim(), detail: step.detail.trim(), responsible: step.responsible.trim(), minutes: step.minutes ?? 0 });

/** What is sent of a draft without faults. */
export function planForm(draft: PlanDraft, basedOn: number): PlanForm {
  return {
    basedOn,
    note: draft.note.trim(),
    title: draft.title.trim(),
    level: draft.level ?? 0,
    rtoMinutes: draft.rtoMinutes ?? 0,
    rpoMinutes: draft.rpoMinutes ?? 0,
    exerciseEveryDays: draft.exerciseEveryDays ?? 0,
    declared: draft.declared,
    roles: draft.roles.map(({ role, name, contact }) => ({ role: role.trim(), name: name.trim(), contact: contact.trim() })),
    steps: draft.steps.map(sent),
    rollback: draft.rollback.map(sent),
  };
}

/** The same list with one entry a place further up or down; at the ends it stays. */
export function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const to = index + by;
  if (to < 0 || to >= list.length) {
    return [...list];
  }
  const copy = [...list];
  const [entry] = copy.splice(index, 1);
  copy.splice(to, 0, ...(entry === undefined ? [] : [entry]));
  return copy;
}

/** A role renamed in the plan is renamed in its steps. */
export function renamedRole(draft: PlanDraft, index: number, role: string): PlanDraft {
  const before = draft.roles[index]?.role ?? '';
  const follow = (step: StepDraft): StepDraft => (before !== '' && step.responsible === before ? { ...step, responsible: role } : step);
  return { ...draft, roles: draft.roles.map((each, at) => (at === index ? { ...each, role } : each)), steps: draft.steps.map(follow), rollback: draft.rollback.map(follow) };
}

export function plannedMinutes(steps: readonly { minutes: number | null }[]): number {
  return steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

/** Minutes until the service is back, when all goes as planned; null where no step says so. */
export function plannedRto(steps: readonly { minutes: number | null; service: boolean }[]): number | null {
  const last = steps.map(({ service }) => service).lastIndexOf(true);
  return last < 0 ? null : plannedMinutes(steps.slice(0, last + 1));
}

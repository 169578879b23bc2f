import type { User } from '../api/types';

const has = (user: User, ...roles: string[]) => user.roles.some((role) => roles.includes(role));

/** Change systems and assets, import, run checks, make assessments, propose 不适用 and waivers. */
export function mayEngineer(user: User): boolean {
  return has(user, 'engineer');
}

/** Plan rectification. */
export function mayPlan(user: User): boolean {
  return has(user, 'operator', 'engineer');
}

/** Attest with a document, overrule, sign off; read the audit trail. */
export function mayAudit(user: User): boolean {
  return has(user, 'auditor');
}

/** Nobody decides on what is their own: neither proposer nor owner. */
export function mayDecideOn(user: User, proposal: { state: string; by: string; owner?: string }): boolean {
  return proposal.state === 'proposed' && has(user, 'operator', 'engineer') && user.name !== proposal.by && user.name !== proposal.owner;
}

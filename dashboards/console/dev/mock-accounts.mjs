// Made-up accounts with the rules that the service has: three administrators that exclude one another.
import { randomBytes } from 'node:crypto';

const DAY = 86_400_000;
const ADMINISTRATORS = ['system-admin', 'security-admin', 'auditor'];
const ROLES = ['operator', 'engineer', 'reviewer', ...ADMINISTRATORS];
const iso = (at) => (at === null ? null : new Date(at).toISOString());
const problem = (status, name, detail = '') => [status, { type: `urn:zhidun:problem:${name}`, title: name, status, detail }];

/** Those who can sign in, and some who show the other states. */
export function makeAccounts(users, now) {
  const row = (name, displayName, role, more = {}) => ({ name, displayName, role, formerRole: role, firstPassword: false, lockedBy: null, lockedAt: null, createdAt: now - 40 * DAY, createdBy: 'sysadmin', grantedBy: role === 'none' ? null : 'secadmin', grantedAt: role === 'none' ? null : now - 39.9 * DAY, lastSignInAt: now - 3_600_000, ...more });
  const known = users.map(({ name, displayName, roles, mustChangePassword }, index) => row(name, displayName, roles[0], { firstPassword: mustChangePassword, lastSignInAt: mustChangePassword ? null : now - index * 5_400_000 - 60_000, ...(index < 5 ? { createdBy: null, grantedBy: null, createdAt: now - 90 * DAY, grantedAt: now - 90 * DAY } : {}) }));
  const others = [
    row('sysadmin2', '系统管理员乙', 'system-admin', { createdBy: 'sysadmin', lastSignInAt: now - 9 * DAY }),
    row('duty.night', '夜班值守', 'operator', { lastSignInAt: now - 12 * 3_600_000 }),
    row('li.hua', '新账号', 'none', { createdAt: now - 3_600_000, firstPassword: true, lastSignInAt: null }),
    row('zhang.wei', '待授权账号', 'none', { formerRole: 'engineer', firstPassword: true, grantedBy: null, grantedAt: null, lastSignInAt: now - 2 * DAY }),
    row('gao.jie', '停用账号', 'reviewer', { lockedBy: 'sysadmin', lockedAt: now - 5 * DAY, lastSignInAt: now - 61 * DAY }),
    row('secadmin-old', '前任安全管理员', 'security-admin', { lockedBy: 'sysadmin2', lockedAt: now - 20 * DAY, lastSignInAt: now - 33 * DAY, createdBy: null }),
    row('own.made', '自建账号', 'none', { createdBy: 'secadmin', firstPassword: true, lastSignInAt: null }),
  ];
  return new Map([...known, ...others].map((each) => [each.name, each]));
}

function view(one) {
  return { ...one, locked: one.lockedAt !== null, lockedAt: iso(one.lockedAt), createdAt: iso(one.createdAt), grantedAt: iso(one.grantedAt), lastSignInAt: iso(one.lastSignInAt) };
}

const password = () => [...randomBytes(20)].map((byte) => '23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'[byte % 54]).join('');

/** Of each administrator one must be left who can act. */
const isLast = (accounts, one) => ADMINISTRATORS.includes(one.role) && one.lockedAt === null && ![...accounts.values()].some((other) => other !== one && other.role === one.role && other.lockedAt === null);

/** [status, body] or undefined where the path is not of the accounts. */
export async function accountRoutes(accounts, request, path, user, bodyOf) {
  if (path !== 'accounts' && !path.startsWith('accounts/')) {
    return undefined;
  }
  const [, name, act] = path.split('/').map(decodeURIComponent);
  const is = (role) => user.roles.includes(role);
  if (request.method === 'GET') {
    return ADMINISTRATORS.some(is) ? [200, { items: [...accounts.values()].map(view).sort((a, b) => a.name.localeCompare(b.name)), next: null, total: accounts.size }] : problem(403, 'forbidden');
  }
  if (!is(act === 'role' ? 'security-admin' : 'system-admin')) {
    return problem(403, 'forbidden');
  }
  const body = await bodyOf();
  const now = Date.now();
  if (name === undefined) {
    if (accounts.has(body.name)) {
      return problem(409, 'account-exists', `there is an account ${body.name}`);
    }
    const made = { name: body.name, displayName: body.displayName, role: 'none', formerRole: 'none', firstPassword: true, lockedBy: null, lockedAt: null, createdAt: now, createdBy: user.name, grantedBy: null, grantedAt: null, lastSignInAt: null };
    accounts.set(made.name, made);
    return [201, { account: view(made), password: password() }];
  }
  const one = accounts.get(name);
  if (one === undefined) {
    return problem(404, 'not-found');
  }
  if (name === user.name) {
    return problem(409, 'same-person', 'nobody administers their own account');
  }
  return change(accounts, one, act, body, user, now);
}

function change(accounts, one, act, body, user, now) {
  if ((act === 'lock' || act === 'password') && isLast(accounts, one)) {
    return problem(409, 'last-administrator', `${one.name} is the last ${one.role}`);
  }
  switch (act) {
    case 'lock':
      Object.assign(one, { lockedBy: user.name, lockedAt: now });
      return [200, view(one)];
    case 'unlock':
      Object.assign(one, { lockedBy: null, lockedAt: null });
      return [200, view(one)];
    case 'password':
      Object.assign(one, { formerRole: one.role === 'none' ? one.formerRole : one.role, role: 'none', firstPassword: true, grantedBy: null, grantedAt: null });
      return [200, { account: view(one), password: password() }];
    case 'role': {
      const held = one.role === 'none' ? one.formerRole : one.role;
      if (ADMINISTRATORS.includes(held) && body.role !== held && body.role !== 'none') {
        return problem(409, 'role-final', `${one.name} is an account of the ${held} and never becomes another's`);
      }
      if (one.createdBy === user.name) {
        return problem(409, 'same-person', 'who made an account does not give it a role');
      }
      if (body.role !== one.role && isLast(accounts, one)) {
        return problem(409, 'last-administrator', `${one.name} is the last ${one.role}`);
      }
      if (body.role !== 'none' && !ROLES.includes(body.role)) {
        return problem(400, 'invalid-parameter', 'role');
      }
      Object.assign(one, { formerRole: held, role: body.role, grantedBy: user.name, grantedAt: now });
      return [200, view(one)];
    }
    default:
      return problem(404, 'not-found');
  }
}

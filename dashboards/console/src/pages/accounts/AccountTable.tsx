import { Button } from 'antd';
import type { Account, AccountRole } from '../../api/accounts';
import { Time } from '../../components/Time';
import { isAdministrator, isOwn, mayAdministerAccounts, mayGiveRoles, mayGrant, stateOf } from '../../lib/accounts';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import type { useAccountActs } from './useAccountActs';

type Acts = ReturnType<typeof useAccountActs>;

export function useRoleName(): (role: AccountRole) => string {
  const { t } = usePreferences();
  return (role) => (role === 'none' ? t('account.role.none') : t(`role.${role}`));
}

/** Who there is, what for, and what this administrator can do with each; what they may not is not there. */
export function AccountTable({ rows, acts }: { rows: readonly Account[]; acts: Acts }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const administers = mayAdministerAccounts(user) || mayGiveRoles(user);
  return (
    <div className="grid-table account-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('account.column.name')}</th>
            <th scope="col">{t('account.column.role')}</th>
            <th scope="col">{t('account.column.state')}</th>
            <th scope="col">{t('account.column.lastSignIn')}</th>
            <th scope="col">{t('account.column.created')}</th>
            <th scope="col">{t('account.column.granted')}</th>
            {administers && <th scope="col">{t('account.column.acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={row.locked ? 'account-locked' : ''}>
              <td className="account-who">
                <span>
                  <bdi>{row.displayName}</bdi> {isOwn(user, row) && <span className="copy-mark">{t('account.you')}</span>}
                </span>
                <code className="soft">{row.name}</code>
              </td>
              <td className="account-role-cell">
                <Role row={row} />
              </td>
              <td>
                <State row={row} />
              </td>
              <td>{row.lastSignInAt === null ? <span className="soft">{t('account.never')}</span> : <Time iso={row.lastSignInAt} />}</td>
              <td>
                <Hand by={row.createdBy ?? t('account.byPlatform')} at={row.createdAt} />
              </td>
              <td>{row.grantedAt === null ? <span className="absent">{ABSENT}</span> : <Hand by={row.grantedBy ?? t('account.byPlatform')} at={row.grantedAt} />}</td>
              {administers && (
                <td>
                  <RowActs row={row} acts={acts} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Role({ row: { role, formerRole } }: { row: Account }) {
  const { t } = usePreferences();
  const name = useRoleName();
  return (
    <span className="account-role">
      <b className={isAdministrator(role) ? 'account-administrator' : role === 'none' ? 'proof-late' : ''}>{name(role)}</b>
      <span className="soft">{role === 'none' && formerRole !== 'none' ? t('account.former', { role: name(formerRole) }) : t(`account.role.${role}.does`)}</span>
    </span>
  );
}

const SIGN = { ready: '✓', locked: '✗', noRole: '○', firstPassword: '!' } as const;
const LOOK = { ready: 'proof-good', locked: 'proof-bad', noRole: 'proof-late', firstPassword: 'proof-late' } as const;

function State({ row }: { row: Account }) {
  const { t } = usePreferences();
  const state = stateOf(row);
  return (
    <span className="account-state">
      <span className={LOOK[state]}>
        <span aria-hidden="true">{SIGN[state]}</span> {t(`account.state.${state}`)}
      </span>
      {row.lockedBy !== null && row.locked && (
        <span className="soft">
          {t('account.lockedBy', { who: row.lockedBy })} · <Time iso={row.lockedAt} />
        </span>
      )}
    </span>
  );
}

function Hand({ by, at }: { by: string; at: string | null }) {
  return (
    <span className="account-hand">
      <bdi>{by}</bdi>
      <span className="soft">
        <Time iso={at} />
      </span>
    </span>
  );
}

function RowActs({ row, acts }: { row: Account; acts: Acts }) {
  const { t } = usePreferences();
  const { user } = useSession();
  if (isOwn(user, row)) {
    return <span className="soft">{t('account.own')}</span>;
  }
  if (mayAdministerAccounts(user)) {
    return (
      <span className="account-acts">
        <Button size="small" onClick={() => { acts.setLocked(row, !row.locked); }}>
          {t(row.locked ? 'account.unlock' : 'account.lock')}
        </Button>
        <Button size="small" onClick={() => { acts.reset(row); }}>
          {t('account.reset')}
        </Button>
      </span>
    );
  }
  if (mayGrant(user, row)) {
    return (
      <Button size="small" type={row.role === 'none' ? 'primary' : 'default'} onClick={() => { acts.grant(row); }}>
        {t(row.role === 'none' ? 'account.grant' : 'account.change')}
      </Button>
    );
  }
  return <span className="soft account-not-yours">{t('account.notYours')}</span>;
}

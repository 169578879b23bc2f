import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { fetchAccounts, type Account } from '../../api/accounts';
import { Loaded, Panel } from '../../components/Panel';
import { TextFilter } from '../../components/TextFilter';
import { administrators, inOrder, isAdministrator, mayAdministerAccounts, mayReadAccounts } from '../../lib/accounts';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { AccountTable } from './AccountTable';
import { FirstPasswordDialog } from './FirstPasswordDialog';
import { useAccountActs } from './useAccountActs';

/** Accounts, for the three administrators; whoever else comes here reads whom to ask. */
export default function AccountsPage() {
  const { t } = usePreferences();
  const { user } = useSession();
  if (!mayReadAccounts(user)) {
    return (
      <div className="centred empty">
        <h2>{t('account.forbidden')}</h2>
        <p>{t('account.forbidden.hint')}</p>
      </div>
    );
  }
  return <Accounts />;
}

function Accounts() {
  const { t } = usePreferences();
  const { user } = useSession();
  const acts = useAccountActs();
  const query = useQuery({ queryKey: keys.accounts, queryFn: ({ signal }) => fetchAccounts(signal) });
  return (
    <div className="page">
      <div className="queue-title">
        <h1 className="page-title">{t('account.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('account.total', { n: formatCount(query.data.length) })}</span>}
        <span className="queue-tools">
          {user.roles.includes('auditor') && <Link to="/audit?action=account.">{t('account.trail')}</Link>}
          {mayAdministerAccounts(user) && (
            <Button size="small" type="primary" onClick={acts.create}>
              {t('account.create')}
            </Button>
          )}
        </span>
      </div>
      <p className="recovery-hint">{user.roles.includes('auditor') ? `${t('account.hint')} ${t('account.auditor.readOnly')}` : t('account.hint')}</p>
      <Loaded query={query} rows={10}>
        {(rows) => (
          <>
            <Three rows={rows} />
            <Listed rows={rows} acts={acts} />
          </>
        )}
      </Loaded>
      {acts.dialog}
      {acts.first !== null && <FirstPasswordDialog first={acts.first} onClose={acts.forget} />}
    </div>
  );
}

/** Two of each should be able to act: one lost password must not leave an office empty. */
function Three({ rows }: { rows: readonly Account[] }) {
  const { t } = usePreferences();
  return (
    <section className="three" aria-label={t('account.three')}>
      {administrators(rows).map(({ role, able }) => (
        <div key={role} className={able.length < 2 ? 'three-card three-card-few' : 'three-card'}>
          <h2>{t(`role.${role}`)}</h2>
          <p className="soft">{t(`account.three.${role}`)}</p>
          <p className="three-names">
            {able.map(({ name, displayName }) => (
              <bdi key={name}>{displayName}</bdi>
            ))}
          </p>
          <p className={able.length === 0 ? 'proof-bad' : able.length === 1 ? 'proof-late' : 'proof-good'}>
            {able.length === 0 ? t('account.three.nobody') : able.length === 1 ? t('account.three.one') : t('account.three.able', { n: able.length })}
          </p>
        </div>
      ))}
    </section>
  );
}

function Listed({ rows, acts }: { rows: readonly Account[]; acts: ReturnType<typeof useAccountActs> }) {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const wanted = text.trim().toLowerCase();
  const found = inOrder(rows).filter(({ name, displayName, role }) => [name, displayName, isAdministrator(role) ? t(`role.${role}`) : role].some((place) => place.toLowerCase().includes(wanted)));
  return (
    <Panel
      title={t('account.title')}
      tools={
        <TextFilter
          text={text}
          label={t('account.find')}
          onText={(next) => {
            setParams(next === '' ? {} : { q: next }, { replace: true });
          }}
        />
      }
    >
      {found.length === 0 ? <p className="nothing">{t('account.none')}</p> : <AccountTable rows={found} acts={acts} />}
    </Panel>
  );
}

import { useState } from 'react';
import { createAccount, grantRole, resetPassword, setLocked, type Account, type AccountRole, type FirstPassword } from '../../api/accounts';
import { useActs } from '../../components/useActs';
import { grantable, isAccountName, isAdministrator } from '../../lib/accounts';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** What the administrators do, each with the dialog that says what follows from it. */
export function useAccountActs() {
  const { t } = usePreferences();
  const { open, dialog } = useActs(keys.accounts);
  // Nowhere but here: neither cached nor kept.
  const [first, setFirst] = useState<FirstPassword | null>(null);
  const roleName = (role: AccountRole) => (role === 'none' ? t('account.role.none') : t(`role.${role}`));
  return {
    dialog,
    first,
    forget: () => {
      setFirst(null);
    },
    create: () => {
      open({
        title: t('account.create'),
        okText: t('account.create'),
        hint: t('account.create.hint'),
        done: t('account.created'),
        fields: [
          { name: 'name', label: t('account.name'), kind: 'line', required: true, max: 64, hint: t('account.name.hint'), check: isAccountName, wide: true },
          { name: 'displayName', label: t('account.displayName'), kind: 'line', required: true, max: 64, wide: true },
        ],
        onSend: async (values) => {
          setFirst(await createAccount(values.name ?? '', values.displayName ?? ''));
        },
      });
    },
    setLocked: ({ name }: Account, locked: boolean) => {
      const act = locked ? 'lock' : 'unlock';
      open({
        title: t(`account.${act}.title`, { name }),
        okText: t(`account.${act}`),
        hint: t(`account.${act}.hint`),
        danger: locked,
        done: t(`account.${act}.done`, { name }),
        fields: [],
        onSend: () => setLocked(name, locked),
      });
    },
    reset: ({ name }: Account) => {
      open({
        title: t('account.reset.title', { name }),
        okText: t('account.reset'),
        hint: t('account.reset.hint'),
        danger: true,
        done: t('account.reset.done'),
        fields: [],
        onSend: async () => {
          setFirst(await resetPassword(name));
        },
      });
    },
    grant: (account: Account) => {
      const { name, role, formerRole } = account;
      const held = role === 'none' ? formerRole : role;
      const [likely] = grantable(account);
      open({
        title: t('account.grant.title', { name }),
        okText: t(role === 'none' ? 'account.grant' : 'account.change'),
        hint: isAdministrator(held) ? t('account.grant.final', { role: roleName(held) }) : t('account.grant.hint'),
        done: t('account.grant.done', { name }),
        fields: [
          {
            name: 'role',
            label: t('account.grant.role'),
            kind: 'choice',
            required: true,
            wide: true,
            initial: isAdministrator(held) ? (likely ?? '') : role === 'none' && formerRole !== 'none' ? formerRole : '',
            options: grantable(account).map((value) => ({ value, label: value === 'none' ? t('account.grant.take') : `${roleName(value)} · ${t(`account.role.${value}.does`)}` })),
          },
        ],
        onSend: (values) => grantRole(name, (values.role ?? 'none') as AccountRole),
      });
    },
  };
}

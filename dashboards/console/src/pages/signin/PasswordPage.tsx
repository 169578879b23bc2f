import { useSession } from '../../state/session';
import { usePreferences } from '../../state/preferences';
import { Button } from 'antd';
import { EntryFrame } from './EntryFrame';
import { PasswordForm } from './PasswordForm';

/** Stands in the way after the first sign-in; otherwise reached from the account menu. */
export function PasswordPage({ forced = false, onDone }: { forced?: boolean; onDone: () => void }) {
  const { t } = usePreferences();
  const { signOut, user } = useSession();
  return (
    <EntryFrame title={t('password.title')}>
      {forced && <p className="entry-note">{t('password.first')}</p>}
      <PasswordForm account={user.name} onDone={onDone} />
      <Button type="link" className="entry-leave" onClick={signOut}>
        {t('top.signOut')}
      </Button>
    </EntryFrame>
  );
}

import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/http';
import { signIn } from '../../api/session';
import type { User } from '../../api/types';
import { Failure } from '../../components/Failure';
import { usePreferences } from '../../state/preferences';
import { EntryFrame } from './EntryFrame';

interface Entered {
  username: string;
  password: string;
}

export function SignInPage({ expired, onSignedIn }: { expired: boolean; onSignedIn: (user: User) => void }) {
  const { t } = usePreferences();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const enter = ({ username, password }: Entered) => {
    setBusy(true);
    setFailure(null);
    signIn(username.trim(), password).then(onSignedIn, (cause: unknown) => {
      setBusy(false);
      setFailure(cause);
    });
  };
  return (
    <EntryFrame title={t('signin.title')}>
      {expired && failure === null && <p className="entry-note">{t('signin.expired')}</p>}
      {failure !== null && <SignInFailure cause={failure} />}
      <Form<Entered> layout="vertical" requiredMark={false} onFinish={enter} disabled={busy}>
        <Form.Item name="username" label={t('signin.account')} rules={[{ required: true, whitespace: true, message: t('signin.accountMissing') }]}>
          <Input autoFocus autoComplete="username" maxLength={128} />
        </Form.Item>
        <Form.Item name="password" label={t('signin.password')} rules={[{ required: true, message: t('signin.passwordMissing') }]}>
          <Input.Password autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('signin.submit')}
        </Button>
      </Form>
      <p className="entry-small">{t('signin.notice')}</p>
    </EntryFrame>
  );
}

function SignInFailure({ cause }: { cause: unknown }) {
  const { t } = usePreferences();
  const status = cause instanceof Problem ? cause.status : -1;
  if (cause instanceof Problem && cause.code === 'account-locked') {
    return <p className="entry-error" role="alert">{t('signin.lockedByAdmin')}</p>;
  }
  if (status === 401 || status === 403) {
    return <p className="entry-error" role="alert">{t('signin.wrong')}</p>;
  }
  if (status === 423) {
    return <p className="entry-error" role="alert">{t('signin.locked')}</p>;
  }
  return <Failure compact cause={cause} />;
}

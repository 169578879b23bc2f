import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/http';
import { changePassword } from '../../api/session';
import { Failure } from '../../components/Failure';
import { passwordFault } from '../../lib/password';
import { usePreferences } from '../../state/preferences';

interface Entered {
  current: string;
  next: string;
  again: string;
}

export function PasswordForm({ account, onDone }: { account: string; onDone: () => void }) {
  const { t } = usePreferences();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = ({ current, next }: Entered) => {
    setBusy(true);
    setFailure(null);
    changePassword(current, next).then(onDone, (cause: unknown) => {
      setBusy(false);
      setFailure(cause);
    });
  };
  return (
    <>
      {failure !== null && <PasswordFailure cause={failure} />}
      <Form<Entered> layout="vertical" requiredMark={false} onFinish={save} disabled={busy}>
        <Form.Item name="current" label={t('password.current')} rules={[{ required: true, message: t('signin.passwordMissing') }]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('password.next')}
          extra={t('password.rule')}
          dependencies={['current']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value: string | undefined) => {
                const fault = passwordFault(account, String(getFieldValue('current') ?? ''), value ?? '');
                switch (fault.type) {
                  case 'none':
                    return;
                  case 'short':
                    return Promise.reject(new Error(t('password.short', { n: fault.length })));
                  case 'long':
                    return Promise.reject(new Error(t('password.long', { n: fault.length })));
                  case 'plain':
                    return Promise.reject(new Error(t('password.plain')));
                  case 'account':
                    return Promise.reject(new Error(t('password.account')));
                  case 'same':
                    return Promise.reject(new Error(t('password.same')));
                }
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['next']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value: string | undefined) =>
                (value ?? '') === String(getFieldValue('next') ?? '')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('password.submit')}
        </Button>
      </Form>
    </>
  );
}

function PasswordFailure({ cause }: { cause: unknown }) {
  const { t } = usePreferences();
  const status = cause instanceof Problem ? cause.status : -1;
  if (status === 401 || status === 403) {
    return <p className="entry-error" role="alert">{t('password.wrong')}</p>;
  }
  if (status === 423) {
    return <p className="entry-error" role="alert">{t('signin.locked')}</p>;
  }
  if (status === 400 || status === 422) {
    return (
      <p className="entry-error" role="alert">
        {t('password.refused')}
        <span className="entry-why">{t('password.rule')}</span>
      </p>
    );
  }
  return <Failure compact cause={cause} />;
}

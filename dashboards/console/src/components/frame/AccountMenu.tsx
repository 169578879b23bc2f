import { UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { PasswordForm } from '../../pages/signin/PasswordForm';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';

export function AccountMenu() {
  const { t, language } = usePreferences();
  const { user, signOut } = useSession();
  const { message } = App.useApp();
  const [changing, setChanging] = useState(false);
  const roles = user.roles.map((role) => t(`role.${role}`)).join(language === 'zh' ? '、' : ', ');
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', type: 'group', label: `${user.name} · ${roles === '' ? t('role.none') : roles}` },
            { key: 'password', label: t('top.password') },
            { key: 'out', label: t('top.signOut') },
          ],
          onClick: ({ key }) => {
            if (key === 'password') {
              setChanging(true);
            } else if (key === 'out') {
              signOut();
            }
          },
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('top.account')}>
          <bdi className="account-name">{user.displayName}</bdi>
        </Button>
      </Dropdown>
      <Modal
        open={changing}
        title={t('password.title')}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          setChanging(false);
        }}
      >
        <PasswordForm
          account={user.name}
          onDone={() => {
            setChanging(false);
            void message.success(t('password.done'));
          }}
        />
      </Modal>
    </>
  );
}

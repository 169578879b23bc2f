import { Button, Modal } from 'antd';
import type { FirstPassword } from '../../api/accounts';
import { Copy } from '../../components/Copy';
import { usePreferences } from '../../state/preferences';

/** The initial password: here once, and gone when this is closed. A stray click outside does not close it. */
export function FirstPasswordDialog({ first: { account, password }, onClose }: { first: FirstPassword; onClose: () => void }) {
  const { t } = usePreferences();
  return (
    <Modal
      open
      title={t('account.first', { name: account.name })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('account.first.done')}
        </Button>
      }
    >
      <div className="first-password">
        <code>{password}</code>
        <Copy text={password} />
      </div>
      <p>{t('account.first.once')}</p>
      <p className="proof-late">{t('account.first.next')}</p>
    </Modal>
  );
}

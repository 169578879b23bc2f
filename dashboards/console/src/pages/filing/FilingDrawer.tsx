import { CloseOutlined, ExpandAltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { filingLink } from '../../lib/filinglinks';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';
import { FilingView } from './FilingView';

/** A filing beside the page that names it. */
export function FilingDrawer({ applicationNumber, caseId, onClose }: { applicationNumber: string; caseId: string | null; onClose: () => void }) {
  const { t } = usePreferences();
  useKey('Escape', onClose);
  return (
    <aside className="drawer filing-drawer" aria-label={t('filing.document', { number: applicationNumber })}>
      <div className="drawer-bar">
        <Link to={filingLink(applicationNumber)} className="drawer-link">
          {applicationNumber} <ExpandAltOutlined aria-label={t('filing.document.open')} />
        </Link>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('filing.document.close')} title={t('filing.document.close')} onClick={onClose} />
      </div>
      <div className="drawer-body" tabIndex={-1}>
        <FilingView key={applicationNumber} applicationNumber={applicationNumber} caseId={caseId} />
      </div>
    </aside>
  );
}

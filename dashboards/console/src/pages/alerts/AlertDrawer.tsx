import { CloseOutlined, ExpandAltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Loaded } from '../../components/Panel';
import { usePreferences } from '../../state/preferences';
import { AlertHeading } from '../alert/AlertHeading';
import { EntitySection } from '../alert/EntitySection';
import { FilingCasesSection } from '../alert/FilingCasesSection';
import { RawLines } from '../alert/RawLines';
import { RunbookSection } from '../alert/RunbookSection';
import { TrailSection } from '../alert/TrailSection';
import { useAlert } from '../alert/useAlert';
import type { AlertActs } from '../alert/useAlertActs';
import { WhenSection } from '../alert/WhenSection';
import { WhySection } from '../alert/WhySection';

/** The alert beside the list: enough to decide; the whole stands on its own page. */
export function AlertDrawer({ id, acts, onClose }: { id: string; acts: AlertActs; onClose: () => void }) {
  const { t } = usePreferences();
  const query = useAlert(id);
  const link = `/alerts/${encodeURIComponent(id)}`;
  return (
    <aside className="drawer" aria-label={query.data?.number ?? t('alert.loading')}>
      <div className="drawer-bar">
        <Link to={link} className="drawer-link">
          {query.data?.number ?? t('alert.open')} <ExpandAltOutlined />
        </Link>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('alert.close.drawer')} title={t('alert.close.drawer')} onClick={onClose} />
      </div>
      <div className="drawer-body" tabIndex={-1}>
        <Loaded query={query} rows={10}>
          {(alert) => (
            <>
              <AlertHeading alert={alert} acts={acts} compact />
              <WhySection alert={alert} compact />
              <WhenSection alert={alert} width={432} />
              <RawLines alert={alert} first={4} compact />
              <EntitySection alert={alert} />
              <FilingCasesSection cases={alert.filingCases} />
              <RunbookSection alert={alert} />
              <TrailSection alert={alert} />
            </>
          )}
        </Loaded>
      </div>
    </aside>
  );
}

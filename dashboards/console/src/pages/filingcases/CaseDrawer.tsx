import { CloseOutlined, ExpandAltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Loaded } from '../../components/Panel';
import { caseLink } from '../../lib/filinglinks';
import { usePreferences } from '../../state/preferences';
import { CaseHeading } from '../filingcase/CaseHeading';
import { CaseTrailSection } from '../filingcase/CaseTrailSection';
import { EvidenceSection } from '../filingcase/EvidenceSection';
import { LawSection } from '../filingcase/LawSection';
import { MovePanel } from '../filingcase/MovePanel';
import { useCase } from '../filingcase/useCase';

interface CaseDrawerProps {
  id: string;
  onClose: () => void;
  onFiling: (applicationNumber: string) => void;
}

/** The case beside the list: enough to take the next step; the whole stands on its own page. */
export function CaseDrawer({ id, onClose, onFiling }: CaseDrawerProps) {
  const { t } = usePreferences();
  const query = useCase(id);
  return (
    <aside className="drawer case-drawer" aria-label={query.data?.number ?? t('filing.loading')}>
      <div className="drawer-bar">
        <Link to={caseLink(id)} className="drawer-link">
          {query.data?.number ?? t('filing.drawer.open')} <ExpandAltOutlined />
        </Link>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('filing.drawer.close')} title={t('filing.drawer.close')} onClick={onClose} />
      </div>
      <div className="drawer-body" tabIndex={-1}>
        <Loaded query={query} rows={10}>
          {(row) => {
            const [first] = row.indications.toSorted((a, b) => b.score - a.score);
            return (
              <>
                <CaseHeading row={row} compact />
                {first !== undefined && <EvidenceSection key={first.id} indication={first} caseId={row.id} first={2} onFiling={onFiling} />}
                <MovePanel row={row} />
                <LawSection indications={row.indications} />
                <CaseTrailSection row={row} />
              </>
            );
          }}
        </Loaded>
      </div>
    </aside>
  );
}

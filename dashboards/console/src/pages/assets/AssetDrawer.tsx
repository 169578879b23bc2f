import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fetchAsset } from '../../api/assets';
import type { Asset, ProtectedSystem } from '../../api/assettypes';
import { useKindName } from '../../components/compliance/useKindName';
import { Loaded } from '../../components/Panel';
import { Time } from '../../components/Time';
import { useActs } from '../../components/useActs';
import { queueLink } from '../../lib/filter';
import { matrixLink } from '../../lib/matrix';
import { mayEngineer } from '../../lib/protectionrights';
import { ABSENT } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { importance } from './AssetTable';
import { useAssetActs } from './useAssetActs';

interface AssetDrawerProps {
  id: string;
  systems: readonly ProtectedSystem[];
  onClose: () => void;
}

/** One asset: what it is, whether it speaks, and where else it counts. */
export function AssetDrawer({ id, systems, onClose }: AssetDrawerProps) {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.asset(id), queryFn: ({ signal }) => fetchAsset(id, signal) });
  return (
    <aside className="drawer" aria-label={id}>
      <div className="drawer-bar">
        <code className="drawer-link">{id}</code>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('alert.close.drawer')} title={t('alert.close.drawer')} onClick={onClose} />
      </div>
      <div className="drawer-body" tabIndex={-1}>
        <Loaded query={query} rows={8}>
          {(asset) => <Facts asset={asset} systems={systems} onClose={onClose} />}
        </Loaded>
      </div>
    </aside>
  );
}

function Facts({ asset, systems, onClose }: { asset: Asset; systems: readonly ProtectedSystem[]; onClose: () => void }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const kindName = useKindName();
  const acts = useAssetActs(systems);
  const { open, dialog } = useActs(keys.assets);
  const system = systems.find(({ id }) => id === asset.system);
  const host = asset.addresses.find((address) => !/^[\d.:]+$/.test(address));
  const facts: [string, React.ReactNode][] = [
    [t('asset.column.system'), <Link key="s" to={`/compliance/${encodeURIComponent(asset.system)}`}><bdi>{system?.name ?? asset.system}</bdi></Link>],
    [t('asset.column.kind'), kindName(asset.kind)],
    [t('asset.column.zone'), asset.zone],
    [t('asset.addresses'), asset.addresses.join('\n')],
    [t('asset.column.importance'), t(`asset.importance.${importance(asset)}`)],
    [t('asset.column.dataClass'), asset.dataClass],
    [t('asset.column.tier'), <span key="t">{asset.backupTier} <span className="soft">{t('asset.tier.hint')}</span></span>],
    [t('asset.column.owner'), asset.owner],
    [t('asset.location'), asset.location],
    [t('asset.endpoints'), asset.endpoints.join('\n')],
    [t('asset.column.lastSeen'), asset.lastSeen === null ? t('asset.silent.week') : <Time key="l" iso={asset.lastSeen} />],
    [t('asset.changed'), <span key="c">{asset.changedBy} <Time iso={asset.changedAt} /></span>],
  ];
  return (
    <>
      <h2 className="alert-sentence">
        <bdi>{asset.name}</bdi>
      </h2>
      <dl className="facts asset-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="pre-line">{value === '' ? ABSENT : typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
          </div>
        ))}
      </dl>
      <div className="asset-acts">
        <Link to={matrixLink(asset.system, { objects: [asset.id] })}>{t('asset.compliance')}</Link>
        <Link to={queueLink(host === undefined ? { text: asset.id } : { fields: [`host.name:${host}`] })}>{t('asset.alerts')}</Link>
      </div>
      {mayEngineer(user) && (
        <div className="asset-acts">
          <Button size="small" onClick={() => { open(acts.edit(asset)); }}>
            {t('asset.edit')}
          </Button>
          <Button size="small" danger onClick={() => { open({ ...acts.drop(asset), then: onClose }); }}>
            {t('asset.drop')}
          </Button>
        </div>
      )}
      {dialog}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { fetchDiscovery, fetchSystems } from '../../api/assets';
import type { Discovery } from '../../api/assettypes';
import { useKindName } from '../../components/compliance/useKindName';
import { Heads } from '../../components/Heads';
import { Loaded, Panel } from '../../components/Panel';
import { Time } from '../../components/Time';
import { useActs } from '../../components/useActs';
import { consolePath } from '../../lib/downlinks';
import { formatCount } from '../../lib/numbers';
import { mayEngineer } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useAssetActs } from './useAssetActs';

const DAYS = [1, 7, 31] as const;

/** Where inventory and telemetry disagree: what speaks and is unknown, what is known and silent. */
export default function DiscoveryPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const days = DAYS.find((each) => String(each) === params.get('days')) ?? 7;
  const query = useQuery({ queryKey: keys.discovery(days), queryFn: ({ signal }) => fetchDiscovery(days, signal) });
  return (
    <div className="page">
      <div className="queue-title">
        <Link to="/assets" className="soft">
          {t('asset.title')}
        </Link>
        <h1 className="page-title">{t('discovery.title')}</h1>
        <span className="queue-tools">
          <Segmented
            size="small"
            value={days}
            options={DAYS.map((each) => ({ value: each, label: t('discovery.days', { n: each }) }))}
            onChange={(chosen) => {
              setParams({ days: String(chosen) }, { replace: true });
            }}
          />
        </span>
      </div>
      <Loaded query={query} rows={10}>
        {(discovery) => (
          <>
            {!discovery.complete && <p className="partial">{t('discovery.partial')}</p>}
            <div className="discovery">
              <Unknown discovery={discovery} />
              <Silent discovery={discovery} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Unknown({ discovery }: { discovery: Discovery }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const systems = useQuery({ queryKey: keys.systems, queryFn: ({ signal }) => fetchSystems(signal), staleTime: 60_000 });
  const acts = useAssetActs(systems.data ?? []);
  const { open, dialog } = useActs(keys.assets);
  return (
    <Panel title={t('discovery.unknown')} hint={t('discovery.unknown.hint', { n: formatCount(discovery.unknown.length) })}>
      {discovery.unknown.length === 0 ? (
        <p className="nothing">{t('discovery.unknown.none')}</p>
      ) : (
        <div className="grid-table">
          <table>
            <Heads of={[[t('discovery.name'), 'wide'], [t('discovery.events'), 'number'], t('discovery.lastSeen'), '']} />
            <tbody>
              {discovery.unknown.map((row) => {
                const path = consolePath({ kind: 'events', label: { zh: '', en: '' }, api: row.api });
                return (
                  <tr key={`${row.kind}-${row.name}`}>
                    <td className="wide">
                      <bdi>{row.name}</bdi> <span className="soft">{row.datasets.join(', ')}</span>
                    </td>
                    <td className="number">{path === null ? formatCount(row.events) : <Link to={path}>{formatCount(row.events)}</Link>}</td>
                    <td>
                      <Time iso={row.lastSeen} />
                    </td>
                    <td>
                      {mayEngineer(user) && (
                        <Button size="small" onClick={() => { open(acts.add('', { name: row.name, addresses: [row.name] })); }}>
                          {t('discovery.register')}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {dialog}
    </Panel>
  );
}

function Silent({ discovery }: { discovery: Discovery }) {
  const { t } = usePreferences();
  const kindName = useKindName();
  return (
    <Panel title={t('discovery.silent')} hint={t('discovery.silent.hint', { n: formatCount(discovery.silent.length) })}>
      {discovery.silent.length === 0 ? (
        <p className="nothing">{t('discovery.silent.none')}</p>
      ) : (
        <div className="grid-table">
          <table>
            <Heads of={[[t('asset.column.name'), 'wide'], t('asset.column.kind'), t('discovery.lastSeen')]} />
            <tbody>
              {discovery.silent.map((row) => (
                <tr key={row.id}>
                  <td className="wide">
                    <Link to={`/assets?selected=${encodeURIComponent(row.id)}`}>
                      <bdi>{row.name}</bdi>
                    </Link>{' '}
                    <code className="soft">{row.id}</code>
                  </td>
                  <td>{kindName(row.kind)}</td>
                  <td>{row.lastSeen === null ? <span className="silent-for">{t('discovery.never')}</span> : <Time iso={row.lastSeen} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

import type { Hop, Part, Platform } from '../../api/types';
import { Heads } from '../../components/Heads';
import { Loaded, Panel } from '../../components/Panel';
import { PartStateLabel, usePartName } from '../../components/PartName';
import { Raw } from '../../components/Raw';
import { Time } from '../../components/Time';
import { byTrouble } from '../../lib/health';
import { formatBytes, formatCount } from '../../lib/numbers';
import { ABSENT } from '../../lib/time';
import { usePlatform } from '../../state/platform';
import { usePreferences } from '../../state/preferences';

export default function PlatformPage() {
  const { t } = usePreferences();
  const query = usePlatform();
  return (
    <div className="page">
      <h1 className="page-title">{t('platform.title')}</h1>
      <Loaded query={query} rows={10}>
        {(platform) => (
          <>
            <PartsTable platform={platform} />
            <HopsTable hops={platform.hops} />
            <p className="soft">
              {t('strip.updated', { time: '' })} <Time iso={platform.updatedAt} />
            </p>
          </>
        )}
      </Loaded>
    </div>
  );
}

function PartsTable({ platform }: { platform: Platform }) {
  const { t } = usePreferences();
  const memory = platform.parts.reduce((sum, part) => sum + (part.memoryBytes ?? 0), 0);
  if (platform.parts.length === 0) {
    return (
      <Panel title={t('platform.parts')}>
        <p className="nothing">{t('platform.none')}</p>
        <p className="nothing">{t('platform.none.hint')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('platform.parts')} hint={t('platform.memory.total', { size: formatBytes(memory) })}>
      <div className="grid-table">
        <table>
          <Heads
            of={[
              t('platform.part'),
              t('platform.state'),
              [t('platform.pid'), 'number'],
              [t('platform.port'), 'number'],
              [t('platform.memory'), 'number'],
              t('platform.since'),
              [t('platform.restarts'), 'number'],
              t('platform.detail'),
            ]}
          />
          <tbody>
            {byTrouble(platform.parts).map((part) => (
              <PartRow key={part.name} part={part} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function PartRow({ part }: { part: Part }) {
  const partName = usePartName();
  return (
    <tr className={`row-${part.state}`}>
      <td>
        <bdi>{partName(part.name)}</bdi>
      </td>
      <td>
        <PartStateLabel state={part.state} />
      </td>
      <td className="number">{part.pid ?? ABSENT}</td>
      <td className="number">{part.port ?? ABSENT}</td>
      <td className="number">{formatBytes(part.memoryBytes)}</td>
      <td>
        <Time iso={part.since} />
      </td>
      <td className={part.restarts > 0 ? 'number number-warn' : 'number'}>{formatCount(part.restarts)}</td>
      <td className="wide">{part.detail === '' ? <span className="absent">{ABSENT}</span> : <Raw text={part.detail} />}</td>
    </tr>
  );
}

function HopsTable({ hops }: { hops: readonly Hop[] }) {
  const { t } = usePreferences();
  if (hops.length === 0) {
    return null;
  }
  return (
    <Panel title={t('platform.hops')} hint={t('platform.hops.hint')}>
      <div className="grid-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('platform.hop')}</th>
              <th scope="col" className="number">{t('platform.in')}</th>
              <th scope="col" className="number">{t('platform.out')}</th>
              <th scope="col" className="number">{t('platform.rejected')}</th>
              <th scope="col" className="number">{t('platform.lag')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {hops.map((hop) => (
              <tr key={hop.name}>
                <td>{t(`hop.${hop.name}`)}</td>
                <td className="number">{formatCount(hop.in)}</td>
                <td className="number">{formatCount(hop.out)}</td>
                <td className={(hop.rejected ?? 0) > 0 ? 'number number-warn' : 'number'}>{formatCount(hop.rejected)}</td>
                <td className="number">{formatCount(hop.lag)}</td>
                <td className="wide" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

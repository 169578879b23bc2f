import type { Platform } from '../../api/types';
import { Loaded, Nothing, Panel } from '../../components/Panel';
import { PartStateLabel, usePartName } from '../../components/PartName';
import { Time } from '../../components/Time';
import { byTrouble } from '../../lib/health';
import { formatBytes } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';
import type { usePlatform } from '../../state/platform';

export function PartsPanel({ query }: { query: ReturnType<typeof usePlatform> }) {
  const { t } = usePreferences();
  return (
    <Panel title={t('overview.parts')}>
      <Loaded query={query} rows={5}>
        {(platform) => (platform.parts.length === 0 ? <Nothing>{t('platform.none')}</Nothing> : <Parts platform={platform} />)}
      </Loaded>
    </Panel>
  );
}

function Parts({ platform }: { platform: Platform }) {
  const partName = usePartName();
  return (
    <ul className="parts">
      {byTrouble(platform.parts).map((part) => (
        <li key={part.name}>
          <PartStateLabel state={part.state} />
          <bdi>{partName(part.name)}</bdi>
          <span className="soft">{part.state === 'running' ? formatBytes(part.memoryBytes) : <Time iso={part.since} />}</span>
        </li>
      ))}
    </ul>
  );
}

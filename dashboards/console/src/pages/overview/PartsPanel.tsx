import type { Platform } from '../../api/types';
import { Loaded, Nothing, Panel } from '../../components/Panel';
import { PartShape, usePartName } from '../../components/PartName';
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
  const { t } = usePreferences();
  const partName = usePartName();
  return (
    <ul className="parts">
      {byTrouble(platform.parts).map((part) => (
        <li key={part.name}>
          <PartShape state={part.state} />
          <bdi>{partName(part.name)}</bdi>
          {part.state === 'running' ? <span className="soft">{formatBytes(part.memoryBytes)}</span> : <span className={`part-${part.state}`}>{t(`part.${part.state}`)}</span>}
        </li>
      ))}
    </ul>
  );
}

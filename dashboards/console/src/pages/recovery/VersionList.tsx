import { Link } from 'react-router';
import type { PlanLine } from '../../api/recoverytypes';
import { Time } from '../../components/Time';
import { usePreferences } from '../../state/preferences';

/** Every version that there was; none is overwritten. */
export function VersionList({ system, versions, current }: { system: string; versions: readonly PlanLine[]; current: number | null }) {
  const { t } = usePreferences();
  if (versions.length === 0) {
    return <p className="nothing">{t('recovery.plan.none')}</p>;
  }
  return (
    <ul className="recovery-lines">
      {versions.map(({ version, note, by, madeAt, level, steps }) => (
        <li key={version}>
          <span className="recovery-line-head">
            <Link to={version === current ? `/recovery/${encodeURIComponent(system)}` : `/recovery/${encodeURIComponent(system)}?version=${version}`}>{t('recovery.version', { n: version })}</Link>
            {version === current && <span className="copy-mark copy-mark-on">{t('plan.current')}</span>}
            <Time iso={madeAt} />
          </span>
          <span className="soft">
            {t('recovery.levelOf', { n: level })} · {t('plan.steps')} {steps} · {t('plan.madeBy', { who: by })}
          </span>
          {note !== '' && <bdi>{note}</bdi>}
        </li>
      ))}
    </ul>
  );
}

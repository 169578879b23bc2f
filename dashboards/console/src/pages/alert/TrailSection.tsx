import type { AlertDetail, TrailEntry } from '../../api/types';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { usePreferences } from '../../state/preferences';

/** What people, and the platform, did. */
export function TrailSection({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  return (
    <Section title={t('trail.title')}>
      {alert.trail.length === 0 && <p className="nothing">{t('trail.none')}</p>}
      <ol className="trail">
        {alert.trail.map((entry, index) => (
          <Entry key={index} entry={entry} />
        ))}
      </ol>
    </Section>
  );
}

function Entry({ entry }: { entry: TrailEntry }) {
  const { t } = usePreferences();
  const actor = entry.actor === '' || entry.actor === 'system' ? t('trail.system') : entry.actor;
  return (
    <li className={`trail-${entry.action}`}>
      <Time iso={entry.at} />
      <span>
        <bdi className="trail-actor">{actor}</bdi> {t(`trail.${entry.action}`)}
        {entry.note !== '' && <bdi className="trail-note">{entry.note}</bdi>}
      </span>
    </li>
  );
}

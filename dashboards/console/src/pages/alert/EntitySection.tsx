import { Link } from 'react-router';
import type { AlertDetail } from '../../api/types';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import type { Key } from '../../i18n/translate';
import { toEntities, type Entity, type EntityKind } from '../../lib/entities';
import { queueLink } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';

const NAMES: Record<EntityKind, Extract<Key, `who.${string}`>> = {
  source: 'who.source',
  user: 'who.user',
  host: 'who.host',
  destination: 'who.destination',
  other: 'who.other',
};

/** Who did it and what it was done to; each value leads to its alerts. */
export function EntitySection({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  return (
    <Section title={t('who.title')} aside={<span className="soft">{t('who.times')}</span>}>
      <div className="entities">
        {toEntities(alert).map((group) => (
          <div key={group.kind} className="entity">
            <h3>{t(NAMES[group.kind] as 'who.source')}</h3>
            <ul>
              {group.items.map((entity) => (
                <EntityLine key={`${entity.field} ${entity.value}`} entity={entity} />
              ))}
            </ul>
            {group.more > 0 && <div className="soft">{t('who.more', { n: group.more })}</div>}
          </div>
        ))}
        <Target alert={alert} />
      </div>
    </Section>
  );
}

function EntityLine({ entity }: { entity: Entity }) {
  const { t } = usePreferences();
  return (
    <li>
      <Link to={queueLink({ fields: [`${entity.field}:${entity.value}`] })} title={t('who.alertsOf', { value: entity.value })} className="entity-value">
        <Raw text={entity.value} />
      </Link>
      {entity.grouped && <span className="entity-grouped">{t('who.grouped')}</span>}
      {entity.events > 0 && (
        <span className="entity-events" title={t('who.events', { n: entity.events })}>
          ×{entity.events}
        </span>
      )}
    </li>
  );
}

function Target({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  if (alert.system === '' && alert.asset === '') {
    return null;
  }
  return (
    <div className="entity">
      <h3>{t('who.system')}</h3>
      <ul>
        {alert.system !== '' && (
          <li>
            <Link to={queueLink({ systems: [alert.system] })} className="entity-value">
              <bdi>{alert.system}</bdi>
            </Link>
          </li>
        )}
        <li>
          <span className="soft">{t('who.asset')}</span> <bdi>{alert.asset === '' ? t('who.unknown') : alert.asset}</bdi>
        </li>
      </ul>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { fetchEvents } from '../../api/events';
import { Problem } from '../../api/http';
import type { AlertDetail } from '../../api/types';
import { FailureText } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { Raw } from '../../components/Raw';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { toEventRow, type EventRow } from '../../lib/ecs';
import { entityOf, type Entity } from '../../lib/entities';
import { formatCount } from '../../lib/numbers';
import { cut } from '../../lib/rawline';
import { ABSENT, HOUR, instant } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

const SHOWN = 50;
const LINE = 400;

type By = 'source' | 'user' | 'host';

/** What else the same address, user or host did around that time. */
export function RelatedSection({ alert }: { alert: AlertDetail }) {
  const { t } = usePreferences();
  const choices = (['source', 'user', 'host'] as const)
    .map((by) => ({ by, entity: entityOf(alert, by) }))
    .filter((choice): choice is { by: By; entity: Entity } => choice.entity !== null);
  const [chosen, setChosen] = useState<By | null>(null);
  const choice = choices.find(({ by }) => by === chosen) ?? choices[0];
  return (
    <Section
      title={t('related.title')}
      aside={
        choice !== undefined && (
          <>
            <span className="soft">{t('related.window')}</span>
            <Segmented<By>
              size="small"
              value={choice.by}
              options={choices.map(({ by }) => ({ value: by, label: t(`related.${by}`) }))}
              onChange={setChosen}
            />
          </>
        )
      }
    >
      {choice === undefined ? <p className="nothing">{t('related.nobody')}</p> : <Events alert={alert} entity={choice.entity} />}
    </Section>
  );
}

function Events({ alert, entity }: { alert: AlertDetail; entity: Entity }) {
  const { t } = usePreferences();
  const at = instant(alert.lastSeen) ?? 0;
  const query = {
    [entity.field]: entity.value,
    from: new Date((instant(alert.firstSeen) ?? at) - HOUR).toISOString(),
    to: new Date(at + HOUR).toISOString(),
    limit: SHOWN,
  };
  const events = useQuery({ queryKey: keys.events(query), queryFn: ({ signal }) => fetchEvents(query, signal), staleTime: 30_000 });
  if (events.error instanceof Problem && events.error.status === 503 && events.data === undefined) {
    return (
      <FailureText compact what={t('related.away')} works={t('related.away.works')} todo={t('related.away.todo')} retry={() => void events.refetch()} />
    );
  }
  return (
    <Loaded query={events} rows={5}>
      {(page) =>
        page.items.length === 0 ? (
          <p className="nothing">{t('related.none')}</p>
        ) : (
          <>
            <EventTable rows={page.items.map(toEventRow)} entity={entity} />
            <p className="soft">{t('related.total', { n: formatCount(page.total), shown: page.items.length })}</p>
          </>
        )
      }
    </Loaded>
  );
}

function EventTable({ rows, entity: { kind, value } }: { rows: EventRow[]; entity: Entity }) {
  const { t } = usePreferences();
  return (
    <div className="events">
      <table>
        <thead>
          <tr>
            <th scope="col" className="events-time">{t('related.time')}</th>
            <th scope="col" className="events-short">{t('related.action')}</th>
            <th scope="col" className="events-short">{t('related.outcome')}</th>
            {kind !== 'source' && <th scope="col" className="events-name">{t('who.source')}</th>}
            {kind !== 'user' && <th scope="col" className="events-name">{t('who.user')}</th>}
            {kind !== 'host' && <th scope="col" className="events-name">{t('who.host')}</th>}
            <th scope="col">{t('related.line')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td><Time iso={row.time} /></td>
              <td><Words text={row.action} /></td>
              <td><Words text={row.outcome} /></td>
              {kind !== 'source' && <td title={row.source}><Words text={row.source} /></td>}
              {kind !== 'user' && <td title={cut(row.user, LINE)}><Words text={row.user} /></td>}
              {kind !== 'host' && <td title={row.host}><Words text={row.host} /></td>}
              <td className="events-line" title={cut(row.original, LINE)}>
                <Raw text={cut(row.original, LINE)} needles={[{ text: value, kind: 'entity' }]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ text }: { text: string }) {
  return text === '' ? <span className="absent">{ABSENT}</span> : <Raw text={cut(text, LINE)} />;
}

import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { fetchEvents } from '../../api/events';
import type { EcsEvent } from '../../api/types';
import { Heads } from '../../components/Heads';
import { Loaded, Panel } from '../../components/Panel';
import { Raw } from '../../components/Raw';
import { Time } from '../../components/Time';
import { toEventRow } from '../../lib/ecs';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

const SHOWN = 200;

/** The raw records that a link of the evidence names: its conditions and its time, nothing else. */
export default function EventsPage() {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const conditions = [...params].filter(([name]) => name !== 'limit');
  const asked: Record<string, string | readonly string[] | number> = { limit: SHOWN };
  conditions.forEach(([name]) => {
    asked[name] = params.getAll(name);
  });
  const query = useQuery({ queryKey: keys.events(asked), queryFn: ({ signal }) => fetchEvents(asked, signal), staleTime: 30_000 });
  return (
    <div className="page">
      <div className="queue-title">
        <h1 className="page-title">{t('events.title')}</h1>
        {query.data !== undefined && <span className="page-count">{t('related.total', { n: formatCount(query.data.total), shown: query.data.items.length })}</span>}
      </div>
      <div className="tags">
        {conditions.map(([name, value], index) => (
          <code key={index}>
            {name}: <bdi>{value}</bdi>
          </code>
        ))}
        <Link to="/compliance">{t('compliance.title')}</Link>
      </div>
      <Panel title={t('raw.title')}>
        <Loaded query={query} rows={10}>
          {(page) => (page.items.length === 0 ? <p className="nothing">{t('related.none')}</p> : <Lines events={page.items} />)}
        </Loaded>
      </Panel>
    </div>
  );
}

function Lines({ events }: { events: readonly EcsEvent[] }) {
  const { t } = usePreferences();
  return (
    <div className="grid-table">
      <table>
        <Heads of={[t('related.time'), t('who.host'), t('related.action'), [t('related.line'), 'wide']]} />
        <tbody>
          {events.map((event, index) => {
            const row = toEventRow(event, index);
            return (
              <tr key={row.key}>
                <td>
                  <Time iso={row.time} />
                </td>
                <td>
                  <Raw text={row.host} />
                </td>
                <td>
                  <Raw text={row.action} />
                </td>
                <td className="wide">
                  <Raw text={row.original.slice(0, 2_000)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

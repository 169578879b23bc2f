import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fetchTop } from '../../api/alerts';
import type { Query } from '../../api/http';
import type { TopItem } from '../../api/types';
import { Loaded, Nothing, Panel } from '../../components/Panel';
import { Raw } from '../../components/Raw';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

export function useTop(query: Query) {
  return useQuery({ queryKey: keys.top(query), queryFn: ({ signal }) => fetchTop(query, signal), refetchInterval: 15_000 });
}

interface TopPanelProps {
  title: string;
  query: ReturnType<typeof useTop>;
  link: (value: string) => string;
  nameOf?: (value: string) => string;
}

/** A ranking as a table with bars; any row opens what it counts. */
export function TopPanel({ title, query, link, nameOf = (value) => value }: TopPanelProps) {
  const { t } = usePreferences();
  return (
    <Panel title={title}>
      <Loaded query={query} rows={5}>
        {(items) => (items.length === 0 ? <Nothing>{t('overview.none')}</Nothing> : <Bars items={items} link={link} nameOf={nameOf} />)}
      </Loaded>
    </Panel>
  );
}

function Bars({ items, link, nameOf }: { items: TopItem[]; link: (value: string) => string; nameOf: (value: string) => string }) {
  const most = Math.max(...items.map((item) => item.count), 1);
  return (
    <ol className="bars">
      {items.map((item) => (
        <li key={item.value}>
          <Link to={link(item.value)} title={item.value}>
            <span className="bar" style={{ width: `${(item.count / most) * 100}%` }} />
            <span className="bar-name">
              <Raw text={nameOf(item.value)} />
            </span>
            <span className="bar-count">{formatCount(item.count)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

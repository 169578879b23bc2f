import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AlertRow } from '../../api/types';
import { ListPage, ListTail } from '../../components/list/ListPage';
import { parseColumns, writeColumns } from '../../lib/columns';
import { parseFilter, writeFilter, type AlertFilter } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { useKey } from '../../state/keyboard';
import { useListSelection } from '../../state/lists';
import { usePreferences } from '../../state/preferences';
import { mayAct, useSession } from '../../state/session';
import { useAlertActs } from '../alert/useAlertActs';
import { AlertDrawer } from './AlertDrawer';
import { ColumnChoice } from './ColumnChoice';
import { EmptyQueue } from './EmptyQueue';
import { FilterBar } from './FilterBar';
import { NewBar } from './NewBar';
import { QueueTable } from './QueueTable';
import { useQueue } from './useQueue';

const idOf = (row: AlertRow) => row.id;
const linkOf = (id: string) => `/alerts/${encodeURIComponent(id)}`;

export default function AlertsPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => parseFilter(params), [params]);
  const columns = parseColumns(params.get('columns'));
  const { rows, total, query, waiting, refresh, onNearEnd } = useQueue(filter);
  const { selected, openedId, current, onSelect, closeDrawer, put } = useListSelection({ rows, idOf, linkOf, onRefresh: refresh });
  const { user } = useSession();
  const acts = useAlertActs();
  const setFilter = (next: AlertFilter) => {
    setParams((old) => writeFilter(next, old));
  };
  const withCurrent = (act: (row: AlertRow) => void) => {
    if (current !== null && mayAct(user)) {
      act(current);
    }
  };
  useKey('a', () => { withCurrent(acts.acknowledge); });
  useKey('r', () => { withCurrent(acts.askClose); });

  return (
    <ListPage
      title={t('queue.title')}
      count={query.hasNextPage ? t('queue.totalLoaded', { loaded: formatCount(rows.length), n: formatCount(total) }) : t('queue.total', { n: formatCount(total) })}
      news={<NewBar fresh={waiting.fresh} changed={waiting.changed} onShow={refresh} />}
      lastTools={
        <ColumnChoice
          columns={columns}
          onChange={(chosen) => {
            put({ columns: writeColumns(chosen) });
          }}
        />
      }
      filters={<FilterBar filter={filter} onChange={setFilter} />}
      query={query}
      onRefresh={refresh}
      rows={rows.length}
      empty={<EmptyQueue filter={filter} onClear={setFilter} />}
      table={
        <QueueTable
          rows={rows}
          total={total}
          columns={columns}
          sort={filter.sort}
          selected={selected}
          onSelect={onSelect}
          onSort={(sort) => {
            setFilter({ ...filter, sort });
          }}
          onNearEnd={onNearEnd}
          resetKey={writeFilter(filter).toString()}
          tail={<ListTail query={query} failed={t('queue.moreFailed')} />}
        />
      }
      drawer={openedId === null ? null : <AlertDrawer id={openedId} acts={acts} onClose={closeDrawer} />}
    >
      {acts.dialog}
    </ListPage>
  );
}

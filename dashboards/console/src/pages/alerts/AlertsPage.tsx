import { ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { AlertRow } from '../../api/types';
import { Failure } from '../../components/Failure';
import { parseColumns, writeColumns } from '../../lib/columns';
import { parseFilter, writeFilter, type AlertFilter } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { moveSelection } from '../../lib/queue';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';
import { mayAct, useSession } from '../../state/session';
import { useDelayed } from '../../state/time';
import { useAlertActs } from '../alert/useAlertActs';
import { AlertDrawer } from './AlertDrawer';
import { ColumnChoice } from './ColumnChoice';
import { EmptyQueue } from './EmptyQueue';
import { FilterBar } from './FilterBar';
import { NewBar } from './NewBar';
import { QueueTable } from './QueueTable';
import { useQueue } from './useQueue';

export default function AlertsPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const filter = useMemo(() => parseFilter(params), [params]);
  const columns = parseColumns(params.get('columns'));
  const selected = params.get('selected');
  const opened = params.get('drawer') !== 'no' && selected !== null;
  const { rows, total, query, waiting, refresh } = useQueue(filter);
  const { user } = useSession();
  const acts = useAlertActs();
  const slow = useDelayed(query.isPending);

  const put = useCallback(
    (changes: Record<string, string | null>) => {
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          Object.entries(changes).forEach(([name, value]) => {
            if (value === null) {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          });
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const setFilter = (next: AlertFilter) => {
    setParams((old) => writeFilter(next, old));
  };
  const onSelect = useCallback(
    (row: AlertRow) => {
      put({ selected: row.id, drawer: null });
    },
    [put],
  );
  const closeDrawer = () => {
    put({ drawer: 'no' });
  };
  const move = (step: 1 | -1) => {
    const row = moveSelection(rows, selected, step);
    if (row !== null) {
      put({ selected: row.id, ...(selected === null ? { drawer: 'no' } : {}) });
    }
  };
  const current = rows.find((row) => row.id === selected) ?? null;
  const withCurrent = (act: (row: AlertRow) => void) => {
    if (current !== null && mayAct(user)) {
      act(current);
    }
  };

  useKey('j', () => { move(1); });
  useKey('k', () => { move(-1); });
  useKey('n', refresh);
  useKey('a', () => { withCurrent(acts.acknowledge); });
  useKey('r', () => { withCurrent(acts.askClose); });
  useKey('Escape', closeDrawer);
  useKey('Enter', () => {
    if (opened) {
      void navigate(`/alerts/${encodeURIComponent(selected)}`);
    } else if (current !== null) {
      onSelect(current);
    }
  });

  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <div className={opened ? 'queue queue-open' : 'queue'}>
      <div className="queue-main">
        <div className="queue-title">
          <h1 className="page-title">{t('queue.title')}</h1>
          {query.data !== undefined && (
            <span className="page-count">
              {query.hasNextPage ? t('queue.totalLoaded', { loaded: formatCount(rows.length), n: formatCount(total) }) : t('queue.total', { n: formatCount(total) })}
            </span>
          )}
          <NewBar fresh={waiting.fresh} changed={waiting.changed} onShow={refresh} />
          <div className="queue-tools">
            <Button size="small" type="text" icon={<ReloadOutlined spin={query.isFetching} />} onClick={refresh}>
              {t('queue.refresh')}
            </Button>
            <ColumnChoice
              columns={columns}
              onChange={(chosen) => {
                put({ columns: writeColumns(chosen) });
              }}
            />
          </div>
        </div>
        <FilterBar filter={filter} onChange={setFilter} />
        {query.isPending && slow && <Skeleton active className="queue-skeleton" title={false} paragraph={{ rows: 16 }} />}
        {query.isError && query.data === undefined && (
          <div className="centred">
            <Failure cause={query.error} retry={() => void query.refetch()} />
          </div>
        )}
        {query.data !== undefined && rows.length === 0 && <EmptyQueue filter={filter} onClear={setFilter} />}
        {rows.length > 0 && (
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
            tail={<Tail failed={isFetchNextPageError} more={hasNextPage} retry={() => void fetchNextPage()} />}
          />
        )}
      </div>
      {opened && <AlertDrawer id={selected} acts={acts} onClose={closeDrawer} />}
      {acts.dialog}
    </div>
  );
}

function Tail({ failed, more, retry }: { failed: boolean; more: boolean; retry: () => void }) {
  const { t } = usePreferences();
  if (failed) {
    return (
      <div className="queue-tail" role="alert">
        {t('queue.moreFailed')}
        <Button size="small" type="link" onClick={retry}>
          {t('failure.retry')}
        </Button>
      </div>
    );
  }
  return <div className="queue-tail">{more ? t('queue.loadingMore') : t('queue.end')}</div>;
}

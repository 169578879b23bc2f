import { ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { usePreferences } from '../../state/preferences';
import { useDelayed } from '../../state/time';
import { Failure } from '../Failure';

interface ListPageProps {
  title: string;
  /** How many there are; said once it is known. */
  count: string;
  /** Between title and tools: what waits to be shown. */
  news?: ReactNode;
  tools?: ReactNode;
  /** After the refresh. */
  lastTools?: ReactNode;
  filters: ReactNode;
  query: { data: unknown; error: unknown; isPending: boolean; isError: boolean; isFetching: boolean; refetch: () => unknown };
  onRefresh: () => void;
  rows: number;
  empty: ReactNode;
  /** Drawn where there are rows. */
  table: ReactNode;
  /** What stands beside the list; null while nothing is open. */
  drawer: ReactNode;
  children?: ReactNode;
}

/** Title, conditions and list with its designed states; a drawer beside it. */
export function ListPage({ title, count, news, tools, lastTools, filters, query, onRefresh, rows, empty, table, drawer, children }: ListPageProps) {
  const { t } = usePreferences();
  const slow = useDelayed(query.isPending);
  const known = query.data !== undefined;
  return (
    <div className={drawer === null ? 'queue' : 'queue queue-open'}>
      <div className="queue-main">
        <div className="queue-title">
          <h1 className="page-title">{title}</h1>
          {known && <span className="page-count">{count}</span>}
          {news}
          <div className="queue-tools">
            {tools}
            <Button size="small" type="text" icon={<ReloadOutlined spin={query.isFetching} />} onClick={onRefresh}>
              {t('queue.refresh')}
            </Button>
            {lastTools}
          </div>
        </div>
        {filters}
        {query.isPending && slow && <Skeleton active className="queue-skeleton" title={false} paragraph={{ rows: 16 }} />}
        {query.isError && !known && (
          <div className="centred">
            <Failure cause={query.error} retry={() => void query.refetch()} />
          </div>
        )}
        {known && rows === 0 && empty}
        {rows > 0 && table}
      </div>
      {drawer}
      {children}
    </div>
  );
}

/** The last line of a list: more is coming, did not come, or was all. */
export function ListTail({ query, failed }: { query: { hasNextPage: boolean; isFetchNextPageError: boolean; fetchNextPage: () => unknown }; failed: string }) {
  const { t } = usePreferences();
  if (query.isFetchNextPageError) {
    return (
      <div className="queue-tail" role="alert">
        {failed}
        <Button size="small" type="link" onClick={() => void query.fetchNextPage()}>
          {t('failure.retry')}
        </Button>
      </div>
    );
  }
  return <div className="queue-tail">{query.hasNextPage ? t('queue.loadingMore') : t('queue.end')}</div>;
}

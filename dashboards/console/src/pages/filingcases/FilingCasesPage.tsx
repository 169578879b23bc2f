import { ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { FilingCase } from '../../api/filingtypes';
import { Failure } from '../../components/Failure';
import { NewBar } from '../../components/NewBar';
import { isNarrowed, NO_CASE_FILTER, parseCaseFilter, writeCaseFilter, type CaseFilter } from '../../lib/casefilter';
import { MOST_IN_BATCH } from '../../lib/casestates';
import { caseLink, filingLink } from '../../lib/filinglinks';
import { formatCount } from '../../lib/numbers';
import { moveSelection } from '../../lib/queue';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';
import { mayReview, useSession } from '../../state/session';
import { useDelayed } from '../../state/time';
import { BatchDialog } from './BatchDialog';
import { CaseDrawer } from './CaseDrawer';
import { CaseFilterBar } from './CaseFilterBar';
import { CaseTable } from './CaseTable';
import { useCases } from './useCases';

const NOTHING: ReadonlyMap<string, FilingCase> = new Map();

export default function FilingCasesPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const filter = useMemo(() => parseCaseFilter(params), [params]);
  const selected = params.get('selected');
  const { rows, total, query, waiting, refresh } = useCases(filter);
  const { user } = useSession();
  const acts = mayReview(user);
  const slow = useDelayed(query.isPending);
  const [chosen, setChosen] = useState(NOTHING);
  const [batch, setBatch] = useState(false);
  const chosenIds = useMemo(() => new Set(chosen.keys()), [chosen]);

  const opened = params.get('drawer') !== 'no' && selected !== null;
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
  const setFilter = (next: CaseFilter) => {
    setParams((old) => writeCaseFilter(next, old));
  };
  const onSelect = useCallback(
    (row: FilingCase) => {
      put({ selected: row.id, drawer: null });
    },
    [put],
  );
  const onChoose = useCallback((row: FilingCase) => {
    setChosen((old) => {
      const next = new Map(old);
      if (!next.delete(row.id) && next.size < MOST_IN_BATCH) {
        next.set(row.id, row);
      }
      return next;
    });
  }, []);
  const move = (step: 1 | -1) => {
    const row = moveSelection(rows, selected, step);
    if (row !== null) {
      put({ selected: row.id, ...(selected === null ? { drawer: 'no' } : {}) });
    }
  };
  const closeDrawer = () => {
    put({ drawer: 'no' });
  };
  const current = rows.find((row) => row.id === selected) ?? null;

  useKey('j', () => { move(1); });
  useKey('k', () => { move(-1); });
  useKey('n', refresh);
  useKey('x', () => {
    if (acts && current !== null) {
      onChoose(current);
    }
  });
  useKey('Escape', () => {
    if (opened) {
      closeDrawer();
    } else {
      setChosen(NOTHING);
    }
  });
  useKey('Enter', () => {
    if (opened) {
      void navigate(caseLink(selected));
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
          <h1 className="page-title">{t('filing.title')}</h1>
          {query.data !== undefined && (
            <span className="page-count">
              {query.hasNextPage ? t('filing.totalLoaded', { loaded: formatCount(rows.length), n: formatCount(total) }) : t('filing.total', { n: formatCount(total) })}
            </span>
          )}
          <NewBar
            words={[
              ...(waiting.fresh > 0 ? [t('filing.new', { n: formatCount(waiting.fresh) })] : []),
              ...(waiting.changed > 0 ? [t('filing.changed', { n: formatCount(waiting.changed) })] : []),
            ]}
            onShow={refresh}
          />
          <div className="queue-tools">
            {chosen.size > 0 ? (
              <span className="chosen-bar" role="status">
                <b>{t('filing.select.count', { n: chosen.size })}</b>
                {chosen.size >= MOST_IN_BATCH && <span className="soft">{t('filing.select.full', { n: MOST_IN_BATCH })}</span>}
                <Button size="small" type="primary" onClick={() => { setBatch(true); }}>
                  {t('filing.batch')}
                </Button>
                <Button size="small" type="text" onClick={() => { setChosen(NOTHING); }}>
                  {t('filing.select.clear')}
                </Button>
              </span>
            ) : (
              <span className="soft clue-hint">{t('filing.clueNotVerdict')}</span>
            )}
            <Button size="small" type="text" icon={<ReloadOutlined spin={query.isFetching} />} onClick={refresh}>
              {t('queue.refresh')}
            </Button>
          </div>
        </div>
        <CaseFilterBar filter={filter} onChange={setFilter} />
        {query.isPending && slow && <Skeleton active className="queue-skeleton" title={false} paragraph={{ rows: 16 }} />}
        {query.isError && query.data === undefined && (
          <div className="centred">
            <Failure cause={query.error} retry={() => void query.refetch()} />
          </div>
        )}
        {query.data !== undefined && rows.length === 0 && <EmptyCases filter={filter} onClear={setFilter} />}
        {rows.length > 0 && (
          <CaseTable
            rows={rows}
            total={total}
            sort={filter.sort}
            selected={selected}
            chosen={chosenIds}
            onSelect={onSelect}
            onChoose={acts ? onChoose : null}
            onSort={(sort) => {
              setFilter({ ...filter, sort });
            }}
            onNearEnd={onNearEnd}
            resetKey={writeCaseFilter(filter).toString()}
            tail={<Tail failed={isFetchNextPageError} more={hasNextPage} retry={() => void fetchNextPage()} />}
          />
        )}
      </div>
      {opened && <CaseDrawer key={selected} id={selected} onClose={closeDrawer} onFiling={(number) => void navigate(filingLink(number))} />}
      {batch && (
        <BatchDialog
          rows={[...chosen.values()].map((row) => rows.find(({ id }) => id === row.id) ?? row)}
          onCancel={() => { setBatch(false); }}
          onDone={() => {
            setBatch(false);
            setChosen(NOTHING);
            refresh();
          }}
        />
      )}
    </div>
  );
}

function EmptyCases({ filter, onClear }: { filter: CaseFilter; onClear: (filter: CaseFilter) => void }) {
  const { t } = usePreferences();
  const narrowed = isNarrowed(filter);
  return (
    <div className="centred empty">
      {narrowed && <h2>{t('filing.empty.title')}</h2>}
      <p>{narrowed ? t('filing.empty.filtered') : t('filing.empty.calm')}</p>
      {narrowed && (
        <Button
          onClick={() => {
            onClear(NO_CASE_FILTER);
          }}
        >
          {t('filing.all')}
        </Button>
      )}
    </div>
  );
}

function Tail({ failed, more, retry }: { failed: boolean; more: boolean; retry: () => void }) {
  const { t } = usePreferences();
  if (failed) {
    return (
      <div className="queue-tail" role="alert">
        {t('filing.moreFailed')}
        <Button size="small" type="link" onClick={retry}>
          {t('failure.retry')}
        </Button>
      </div>
    );
  }
  return <div className="queue-tail">{more ? t('filing.loadingMore') : t('filing.end')}</div>;
}

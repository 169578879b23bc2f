import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { FilingCase } from '../../api/filingtypes';
import { ListPage, ListTail } from '../../components/list/ListPage';
import { NewBar } from '../../components/NewBar';
import { isNarrowed, NO_CASE_FILTER, parseCaseFilter, writeCaseFilter, type CaseFilter } from '../../lib/casefilter';
import { MOST_IN_BATCH } from '../../lib/casestates';
import { caseLink, filingLink } from '../../lib/filinglinks';
import { formatCount } from '../../lib/numbers';
import { useKey } from '../../state/keyboard';
import { useListSelection } from '../../state/lists';
import { usePreferences } from '../../state/preferences';
import { mayReview, useSession } from '../../state/session';
import { BatchDialog } from './BatchDialog';
import { CaseDrawer } from './CaseDrawer';
import { CaseFilterBar } from './CaseFilterBar';
import { CaseTable } from './CaseTable';
import { useCases } from './useCases';

const NOTHING: ReadonlyMap<string, FilingCase> = new Map();
const idOf = (row: FilingCase) => row.id;

export default function FilingCasesPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const filter = useMemo(() => parseCaseFilter(params), [params]);
  const { rows, total, query, waiting, refresh, onNearEnd } = useCases(filter);
  const { user } = useSession();
  const acts = mayReview(user);
  const [chosen, setChosen] = useState(NOTHING);
  const [batch, setBatch] = useState(false);
  const chosenIds = useMemo(() => new Set(chosen.keys()), [chosen]);
  const { selected, openedId, current, onSelect, closeDrawer } = useListSelection({
    rows,
    idOf,
    linkOf: caseLink,
    onRefresh: refresh,
    onEscape: () => {
      setChosen(NOTHING);
    },
  });
  const setFilter = (next: CaseFilter) => {
    setParams((old) => writeCaseFilter(next, old));
  };
  const onChoose = useCallback((row: FilingCase) => {
    setChosen((old) => {
      const next = new Map(old);
      if (!next.delete(row.id) && next.size < MOST_IN_BATCH) {
        next.set(row.id, row);
      }
      return next;
    });
  }, []);
  useKey('x', () => {
    if (acts && current !== null) {
      onChoose(current);
    }
  });

  return (
    <ListPage
      title={t('filing.title')}
      count={query.hasNextPage ? t('filing.totalLoaded', { loaded: formatCount(rows.length), n: formatCount(total) }) : t('filing.total', { n: formatCount(total) })}
      news={
        <NewBar
          words={[
            ...(waiting.fresh > 0 ? [t('filing.new', { n: formatCount(waiting.fresh) })] : []),
            ...(waiting.changed > 0 ? [t('filing.changed', { n: formatCount(waiting.changed) })] : []),
          ]}
          onShow={refresh}
        />
      }
      tools={
        chosen.size > 0 ? (
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
        )
      }
      filters={<CaseFilterBar filter={filter} onChange={setFilter} />}
      query={query}
      onRefresh={refresh}
      rows={rows.length}
      empty={<EmptyCases filter={filter} onClear={setFilter} />}
      table={
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
          tail={<ListTail query={query} failed={t('filing.moreFailed')} />}
        />
      }
      drawer={openedId === null ? null : <CaseDrawer key={openedId} id={openedId} onClose={closeDrawer} onFiling={(number) => void navigate(filingLink(number))} />}
    >
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
    </ListPage>
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

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchAssets, fetchSystems } from '../../api/assets';
import type { Asset } from '../../api/assettypes';
import { ListPage, ListTail } from '../../components/list/ListPage';
import { useActs } from '../../components/useActs';
import { isAssetNarrowed, NO_ASSET_FILTER, parseAssetFilter, toAssetQuery, writeAssetFilter, type AssetFilter } from '../../lib/assetfilter';
import { formatCount } from '../../lib/numbers';
import { mayEngineer } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { useListSelection, usePagedList } from '../../state/lists';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { AssetDrawer } from './AssetDrawer';
import { AssetFilterBar } from './AssetFilterBar';
import { AssetTable } from './AssetTable';
import { ImportDialog } from './ImportDialog';
import { useAssetActs } from './useAssetActs';

const PAGE_SIZE = 200;
const idOf = (row: Asset) => row.id;

/** The inventory: what is protected, where it stands and whether it speaks. */
export default function AssetsPage() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => parseAssetFilter(params), [params]);
  const name = writeAssetFilter(filter).toString();
  const { rows, total, query, onNearEnd } = usePagedList<Asset>({
    key: keys.assetList(name),
    fetchPage: (cursor, signal) => fetchAssets({ ...toAssetQuery(filter), sort: filter.sort, limit: PAGE_SIZE, cursor }, signal),
    idOf,
  });
  const systems = useQuery({ queryKey: keys.systems, queryFn: ({ signal }) => fetchSystems(signal), staleTime: 60_000 });
  const refresh = () => void query.refetch();
  const { selected, openedId, onSelect, closeDrawer } = useListSelection({ rows, idOf, linkOf: null, onRefresh: refresh });
  const { user } = useSession();
  const engineer = mayEngineer(user);
  const acts = useAssetActs(systems.data ?? []);
  const { open, dialog } = useActs(keys.assets);
  const [importing, setImporting] = useState(false);
  const setFilter = (next: AssetFilter) => {
    setParams((old) => writeAssetFilter(next, old));
  };
  return (
    <ListPage
      title={t('asset.title')}
      count={query.hasNextPage ? t('list.loaded', { loaded: formatCount(rows.length), n: formatCount(total) }) : t('asset.total', { n: formatCount(total) })}
      tools={
        <>
          <Link to="/assets/discovery">
            <Button size="small">{t('discovery.title')}</Button>
          </Link>
          {engineer && (
            <>
              <Button size="small" onClick={() => { setImporting(true); }}>
                {t('import.title')}
              </Button>
              <Button size="small" type="primary" onClick={() => { open(acts.add(filter.systems[0] ?? '')); }}>
                {t('asset.add')}
              </Button>
            </>
          )}
        </>
      }
      filters={<AssetFilterBar filter={filter} systems={systems.data ?? []} onChange={setFilter} />}
      query={query}
      onRefresh={refresh}
      rows={rows.length}
      empty={<EmptyAssets filter={filter} onClear={setFilter} />}
      table={
        <AssetTable
          rows={rows}
          total={total}
          systems={systems.data ?? []}
          sort={filter.sort}
          selected={selected}
          onSelect={onSelect}
          onSort={(sort) => {
            setFilter({ ...filter, sort });
          }}
          onNearEnd={onNearEnd}
          resetKey={name}
          tail={<ListTail query={query} failed={t('asset.moreFailed')} />}
        />
      }
      drawer={openedId === null ? null : <AssetDrawer key={openedId} id={openedId} systems={systems.data ?? []} onClose={closeDrawer} />}
    >
      {dialog}
      {importing && <ImportDialog onClose={() => { setImporting(false); }} />}
    </ListPage>
  );
}

function EmptyAssets({ filter, onClear }: { filter: AssetFilter; onClear: (filter: AssetFilter) => void }) {
  const { t } = usePreferences();
  const narrowed = isAssetNarrowed(filter);
  return (
    <div className="centred empty">
      <h2>{t(narrowed ? 'asset.noMatch' : 'asset.none')}</h2>
      {narrowed ? (
        <Button
          onClick={() => {
            onClear(NO_ASSET_FILTER);
          }}
        >
          {t('queue.clear')}
        </Button>
      ) : (
        <p>{t('asset.none.hint')}</p>
      )}
    </div>
  );
}

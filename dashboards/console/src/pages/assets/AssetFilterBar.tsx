import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fetchAssetFacets } from '../../api/assets';
import type { AssetFacets, ProtectedSystem } from '../../api/assettypes';
import { useKindName } from '../../components/compliance/useKindName';
import { FacetChoice } from '../../components/list/FacetChoice';
import { TextFilter } from '../../components/TextFilter';
import { isAssetNarrowed, NO_ASSET_FILTER, toAssetQuery, type AssetFilter } from '../../lib/assetfilter';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

interface AssetFilterBarProps {
  filter: AssetFilter;
  systems: readonly ProtectedSystem[];
  onChange: (filter: AssetFilter) => void;
}

type Dimension = 'systems' | 'kinds' | 'zones' | 'importances' | 'dataClasses';

const FACETS: Record<Dimension, keyof AssetFacets> = { systems: 'system', kinds: 'kind', zones: 'zone', importances: 'importance', dataClasses: 'dataClass' };

export function AssetFilterBar({ filter, systems, onChange }: AssetFilterBarProps) {
  const { t } = usePreferences();
  const kindName = useKindName();
  const names = new Map(systems.map(({ id, name }) => [id, name]));
  const set = (part: Partial<AssetFilter>) => {
    onChange({ ...filter, ...part });
  };
  const labels: Record<Dimension, (value: string) => string> = {
    systems: (value) => names.get(value) ?? value,
    kinds: kindName,
    zones: (value) => value,
    importances: (value) => (value === '1' || value === '2' || value === '3' ? t(`asset.importance.${value}`) : value),
    dataClasses: (value) => value,
  };
  const chip = (dimension: Dimension) => {
    const query = toAssetQuery({ ...filter, [dimension]: [] });
    return (
      <FacetChoice
        key={dimension}
        name={t(`asset.filter.${dimension}`)}
        chosen={filter[dimension] as readonly string[]}
        labelOf={labels[dimension]}
        facetsKey={keys.assetFacets(query)}
        fetchFacets={(signal) => fetchAssetFacets(query, signal)}
        options={(facets) => facets[FACETS[dimension]].map(({ value, count }) => ({ value, label: labels[dimension](value), count }))}
        onChange={(chosen) => { set({ [dimension]: chosen }); }}
      />
    );
  };
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      <TextFilter key={filter.text} text={filter.text} label={t('asset.find')} onText={(text) => { set({ text }); }} />
      {(Object.keys(FACETS) as Dimension[]).map(chip)}
      {isAssetNarrowed(filter) && (
        <Button size="small" type="link" icon={<CloseOutlined />} onClick={() => { onChange({ ...NO_ASSET_FILTER, sort: filter.sort }); }}>
          {t('queue.clear')}
        </Button>
      )}
    </div>
  );
}

import { deleteAsset, saveAsset } from '../../api/assets';
import { ASSET_KINDS, type Asset, type AssetKind, type ProtectedSystem } from '../../api/assettypes';
import { useKindName } from '../../components/compliance/useKindName';
import type { Act } from '../../components/useActs';
import type { ActField } from '../../lib/actform';
import { isInventoryId, splitList } from '../../lib/assetfilter';
import { usePreferences } from '../../state/preferences';

/** Adding, changing and removing an asset, as dialogs. */
export function useAssetActs(systems: readonly ProtectedSystem[]) {
  const { t } = usePreferences();
  const kindName = useKindName();
  const fields = (asset: Partial<Asset>): ActField[] => [
    { name: 'name', label: t('asset.column.name'), kind: 'line', required: true, initial: asset.name ?? '', wide: true },
    { name: 'system', label: t('asset.column.system'), kind: 'choice', required: true, initial: asset.system ?? '', options: systems.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'kind', label: t('asset.column.kind'), kind: 'choice', required: true, initial: asset.kind ?? 'host', options: ASSET_KINDS.map((kind) => ({ value: kind, label: kindName(kind) })) },
    { name: 'zone', label: t('asset.column.zone'), kind: 'line', initial: asset.zone ?? '' },
    { name: 'importance', label: t('asset.column.importance'), kind: 'choice', required: true, initial: String(asset.importance ?? 2), options: (['3', '2', '1'] as const).map((value) => ({ value, label: t(`asset.importance.${value}`) })) },
    { name: 'addresses', label: t('asset.addresses'), kind: 'text', hint: t('asset.addresses.hint'), initial: (asset.addresses ?? []).join('; ') },
    { name: 'dataClass', label: t('asset.column.dataClass'), kind: 'line', initial: asset.dataClass ?? '' },
    { name: 'owner', label: t('asset.column.owner'), kind: 'line', initial: asset.owner ?? '' },
    { name: 'location', label: t('asset.location'), kind: 'line', initial: asset.location ?? '', wide: true },
    { name: 'endpoints', label: t('asset.endpoints'), kind: 'line', hint: t('asset.endpoints.hint'), initial: (asset.endpoints ?? []).join('; '), max: 2_000, wide: true },
  ];
  const send = (id: string, version: number, values: Record<string, string>) =>
    saveAsset({
      id,
      version,
      name: values.name ?? '',
      system: values.system ?? '',
      kind: values.kind as AssetKind,
      zone: values.zone ?? '',
      addresses: splitList(values.addresses ?? ''),
      importance: Number(values.importance),
      dataClass: values.dataClass ?? '',
      owner: values.owner ?? '',
      location: values.location ?? '',
      endpoints: splitList(values.endpoints ?? ''),
    });
  return {
    add: (system: string, asset: Partial<Asset> = {}): Act => ({
      title: t('asset.add'),
      okText: t('asset.save'),
      done: t('asset.saved'),
      fields: [{ name: 'id', label: t('asset.column.id'), kind: 'line', required: true, max: 64, hint: t('asset.id.hint'), check: isInventoryId, initial: asset.id ?? '', wide: true }, ...fields({ system, ...asset })],
      onSend: (values) => send(values.id ?? '', 0, values),
    }),
    edit: (asset: Asset): Act => ({
      title: t('asset.edit.title', { id: asset.id }),
      okText: t('asset.save'),
      done: t('asset.saved'),
      fields: fields(asset),
      onSend: (values) => send(asset.id, asset.version, values),
    }),
    drop: (asset: Asset): Act => ({
      title: t('asset.drop.title', { id: asset.id }),
      okText: t('asset.drop'),
      danger: true,
      hint: t('asset.drop.hint'),
      done: t('asset.dropped'),
      fields: [],
      onSend: () => deleteAsset(asset.id, asset.version),
    }),
  };
}

import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Asset, ProtectedSystem } from '../../api/assettypes';
import { useKindName } from '../../components/compliance/useKindName';
import { ListTable } from '../../components/list/ListTable';
import { Time } from '../../components/Time';
import type { Language } from '../../i18n/language';
import type { AssetSort } from '../../lib/assetfilter';
import { fitInto, templateOf, type ColumnSet } from '../../lib/gridcolumns';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

const COLUMNS = ['id', 'name', 'kind', 'system', 'zone', 'address', 'importance', 'dataClass', 'tier', 'owner', 'lastSeen'] as const;
type Column = (typeof COLUMNS)[number];

const WIDTHS: Record<Column, number> = { id: 156, name: 200, kind: 92, system: 132, zone: 96, address: 132, importance: 76, dataClass: 92, tier: 64, owner: 104, lastSeen: 164 };
const ENGLISH: Partial<Record<Column, number>> = { kind: 124, importance: 116, tier: 76 };
const LEAST: readonly Column[] = ['owner', 'zone', 'dataClass', 'tier', 'address', 'system', 'lastSeen', 'importance'];
const SORTS: Partial<Record<Column, AssetSort>> = { id: 'id', name: 'name', importance: '-importance' };

function setOf(language: Language): ColumnSet<Column> {
  return { widthOf: (column) => (language === 'en' ? ENGLISH[column] : undefined) ?? WIDTHS[column], leastNeeded: LEAST, grows: 'name' };
}

interface AssetTableProps {
  rows: readonly Asset[];
  total: number;
  systems: readonly ProtectedSystem[];
  sort: AssetSort;
  selected: string | null;
  onSelect: (row: Asset) => void;
  onSort: (sort: AssetSort) => void;
  onNearEnd: () => void;
  tail: ReactNode;
  resetKey: string;
}

const NamesContext = createContext<ReadonlyMap<string, string>>(new Map());
const FIGURES: readonly Column[] = [];
const idOf = (row: Asset) => row.id;

export function AssetTable({ systems, ...rest }: AssetTableProps) {
  const { t, language } = usePreferences();
  const names = useMemo(() => new Map(systems.map(({ id, name }) => [id, name])), [systems]);
  return (
    <NamesContext value={names}>
      <ListTable<Asset, Column, AssetSort>
        {...rest}
        label={t('asset.title')}
        idOf={idOf}
        prefix="asset"
        fit={(width) => {
          const columns = fitInto(COLUMNS, width, setOf(language));
          return { columns, template: templateOf(columns, setOf(language)) };
        }}
        head={(column) => ({ name: t(`asset.column.${column}`), sort: SORTS[column] })}
        figures={FIGURES}
        Cell={Cell}
      />
    </NamesContext>
  );
}

/** Kinds that are expected to send logs. */
const SPEAKING = ['host', 'database', 'network-device', 'security-device', 'application'];

function Cell({ column, row }: { column: Column; row: Asset }) {
  const { t } = usePreferences();
  const kindName = useKindName();
  const names = use(NamesContext);
  switch (column) {
    case 'id':
      return <code title={row.id}>{row.id}</code>;
    case 'name':
      return <Words text={row.name} />;
    case 'kind':
      return kindName(row.kind);
    case 'system':
      return <Words text={names.get(row.system) ?? row.system} />;
    case 'zone':
      return <Words text={row.zone} />;
    case 'address':
      return <Words text={row.addresses[0] ?? ''} hint={row.addresses.join('\n')} />;
    case 'importance':
      return <span className={`importance-${row.importance}`}>{t(`asset.importance.${importance(row)}`)}</span>;
    case 'dataClass':
      return <Words text={row.dataClass} />;
    case 'tier':
      return row.backupTier;
    case 'owner':
      return <Words text={row.owner} />;
    case 'lastSeen':
      return row.lastSeen === null ? <span className={SPEAKING.includes(row.kind) ? 'silent' : 'absent'}>{SPEAKING.includes(row.kind) ? t('asset.silent') : ABSENT}</span> : <Time iso={row.lastSeen} />;
  }
}

export function importance({ importance: value }: Asset): '1' | '2' | '3' {
  return value >= 3 ? '3' : value === 2 ? '2' : '1';
}

function Words({ text, hint = text }: { text: string; hint?: string }) {
  return text === '' ? <span className="absent">{ABSENT}</span> : <bdi title={hint}>{text}</bdi>;
}

import type { ReactNode } from 'react';
import type { AuditRecord } from '../../api/audit';
import { ListTable } from '../../components/list/ListTable';
import { Time } from '../../components/Time';
import { fitInto, templateOf, type ColumnSet } from '../../lib/gridcolumns';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

const COLUMNS = ['sequence', 'at', 'account', 'address', 'action', 'outcome', 'target'] as const;
type Column = (typeof COLUMNS)[number];

const WIDTHS: Record<Column, number> = { sequence: 84, at: 168, account: 140, address: 124, action: 200, outcome: 80, target: 240 };
const SET: ColumnSet<Column> = { widthOf: (column) => WIDTHS[column], leastNeeded: ['address', 'sequence', 'outcome'], grows: 'target' };
const FIGURES: readonly Column[] = ['sequence'];

interface AuditTableProps {
  rows: readonly AuditRecord[];
  total: number;
  selected: string | null;
  onSelect: (row: AuditRecord) => void;
  onNearEnd: () => void;
  tail: ReactNode;
  resetKey: string;
}

const idOf = (row: AuditRecord) => String(row.sequence);

export function AuditTable(props: AuditTableProps) {
  const { t } = usePreferences();
  return (
    <ListTable<AuditRecord, Column, string>
      {...props}
      label={t('audit.title')}
      idOf={idOf}
      prefix="audit"
      fit={(width) => {
        const columns = fitInto(COLUMNS, width, SET);
        return { columns, template: templateOf(columns, SET) };
      }}
      head={(column) => ({ name: t(`audit.column.${column}`) })}
      figures={FIGURES}
      Cell={Cell}
      sort={null}
    />
  );
}

function Cell({ column, row }: { column: Column; row: AuditRecord }) {
  switch (column) {
    case 'sequence':
      return row.sequence;
    case 'at':
      return <Time iso={row.at} />;
    case 'account':
      return <bdi title={row.actor.role}>{row.actor.account === '' ? ABSENT : row.actor.account}</bdi>;
    case 'address':
      return <bdi>{row.actor.address === '' ? ABSENT : row.actor.address}</bdi>;
    case 'action':
      return <code>{row.action === '' ? row.kind : row.action}</code>;
    case 'outcome':
      return <Outcome outcome={row.outcome} />;
    case 'target':
      return (
        <bdi title={row.objectId}>
          {row.objectType} <code>{row.objectId}</code>
        </bdi>
      );
  }
}

export function Outcome({ outcome }: { outcome: string }) {
  const { t } = usePreferences();
  switch (outcome) {
    case 'success':
      return t('audit.outcome.success');
    case 'failure':
      return <span className="audit-failure">{t('audit.outcome.failure')}</span>;
    default:
      return <span className="absent">{outcome === '' ? ABSENT : outcome}</span>;
  }
}

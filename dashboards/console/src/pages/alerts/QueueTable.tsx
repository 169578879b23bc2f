import type { ReactNode } from 'react';
import type { AlertRow } from '../../api/types';
import { ListTable } from '../../components/list/ListTable';
import { SeverityLabel, StateLabel } from '../../components/Severity';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { COLUMN_SORT, fitColumns, gridTemplate, type Column } from '../../lib/columns';
import type { Sort } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

interface QueueTableProps {
  rows: readonly AlertRow[];
  total: number;
  columns: readonly Column[];
  sort: Sort;
  selected: string | null;
  onSelect: (row: AlertRow) => void;
  onSort: (sort: Sort) => void;
  onNearEnd: () => void;
  tail: ReactNode;
  resetKey: string;
}

const FIGURES: readonly Column[] = ['count'];
const idOf = (row: AlertRow) => row.id;
const rowClass = (row: AlertRow) => `queue-${row.state}`;

export function QueueTable({ columns, ...rest }: QueueTableProps) {
  const { t, language } = usePreferences();
  return (
    <ListTable<AlertRow, Column, Sort>
      {...rest}
      label={t('queue.table')}
      idOf={idOf}
      prefix="alert"
      fit={(width) => {
        const fitting = fitColumns(columns, width, language);
        return { columns: fitting, template: gridTemplate(fitting, language) };
      }}
      head={(column) => ({ name: t(`column.${column}`), sort: COLUMN_SORT[column] })}
      figures={FIGURES}
      Cell={CellContent}
      rowClass={rowClass}
    />
  );
}

function CellContent({ column, row: alert }: { column: Column; row: AlertRow }) {
  const { language } = usePreferences();
  switch (column) {
    case 'severity':
      return <SeverityLabel severity={alert.severity} />;
    case 'state':
      return <StateLabel state={alert.state} />;
    case 'summary': {
      const summary = say(alert.summary, language);
      return <bdi title={summary}>{summary}</bdi>;
    }
    case 'rule':
      return <bdi title={alert.rule.name}>{say(alert.rule.title, language)}</bdi>;
    case 'system':
    case 'asset':
    case 'team':
    case 'number':
      return <Words text={alert[column]} />;
    case 'acknowledgedBy':
      return <Words text={alert.acknowledgedBy ?? ''} />;
    case 'count':
      return formatCount(alert.count);
    case 'firstSeen':
    case 'lastSeen':
    case 'createdAt':
      return <Time iso={alert[column]} />;
  }
}

function Words({ text }: { text: string }) {
  return text === '' ? <span className="absent">{ABSENT}</span> : <bdi title={text}>{text}</bdi>;
}

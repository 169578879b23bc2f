import { CaretDownFilled } from '@ant-design/icons';
import { memo, useRef, type ReactNode } from 'react';
import type { AlertRow } from '../../api/types';
import { SeverityLabel, StateLabel } from '../../components/Severity';
import { Time } from '../../components/Time';
import { VirtualRows } from '../../components/VirtualRows';
import { say } from '../../i18n/translate';
import { COLUMN_SORT, fitColumns, gridTemplate, type Column } from '../../lib/columns';
import type { Sort } from '../../lib/filter';
import { formatCount } from '../../lib/numbers';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { useWidth } from '../../state/width';

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

export function QueueTable({ rows, total, columns, sort, selected, onSelect, onSort, onNearEnd, tail, resetKey }: QueueTableProps) {
  const { t, language } = usePreferences();
  const table = useRef<HTMLDivElement>(null);
  const width = useWidth(table);
  const fitting = fitColumns(columns, width === 0 ? Infinity : width, language);
  const template = gridTemplate(fitting, language);
  const columnNames = fitting.join();
  const row = (index: number) => {
    const alert = rows[index];
    return alert === undefined ? null : (
      <QueueRow alert={alert} index={index} columns={columnNames} template={template} selected={alert.id === selected} onSelect={onSelect} />
    );
  };
  return (
    <div ref={table} className="queue-table" role="grid" aria-label={t('queue.table')} aria-rowcount={total + 1}>
      <div className="queue-head" role="row" style={{ gridTemplateColumns: template }}>
        {fitting.map((column) => (
          <HeadCell key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <VirtualRows
        count={rows.length}
        selected={rows.findIndex((alert) => alert.id === selected)}
        row={row}
        tail={tail}
        onNearEnd={onNearEnd}
        label={t('queue.table')}
        activeId={selected === null ? undefined : `alert-${selected}`}
        resetKey={resetKey}
      />
    </div>
  );
}

function HeadCell({ column, sort, onSort }: { column: Column; sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = usePreferences();
  const name = t(`column.${column}`);
  const sorts = COLUMN_SORT[column];
  const number = column === 'count' ? ' cell-figure' : '';
  if (sorts === undefined) {
    return <div role="columnheader" className={`cell${number}`}>{name}</div>;
  }
  const active = sorts === sort;
  return (
    <div role="columnheader" className="cell" aria-sort={active ? 'descending' : 'none'}>
      <button
        type="button"
        className={active ? 'head-sort head-sorted' : 'head-sort'}
        title={active ? t('column.sorted') : t('column.sortBy', { column: name })}
        onClick={() => {
          onSort(sorts);
        }}
      >
        {name}
        <CaretDownFilled />
      </button>
    </div>
  );
}

interface QueueRowProps {
  alert: AlertRow;
  index: number;
  columns: string;
  template: string;
  selected: boolean;
  onSelect: (row: AlertRow) => void;
}

const QueueRow = memo(function QueueRow({ alert, index, columns, template, selected, onSelect }: QueueRowProps) {
  return (
    <div
      id={`alert-${alert.id}`}
      role="row"
      aria-selected={selected}
      aria-rowindex={index + 2}
      className={`queue-row queue-${alert.state}${selected ? ' queue-selected' : ''}`}
      style={{ gridTemplateColumns: template }}
      onClick={() => {
        onSelect(alert);
      }}
    >
      {columns.split(',').map((column) => (
        <Cell key={column} column={column as Column} alert={alert} />
      ))}
    </div>
  );
});

function Cell({ column, alert }: { column: Column; alert: AlertRow }) {
  return (
    <div role="gridcell" className={`cell cell-${column}${column === 'count' ? ' cell-figure' : ''}`}>
      <CellContent column={column} alert={alert} />
    </div>
  );
}

function CellContent({ column, alert }: { column: Column; alert: AlertRow }) {
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

import { CaretDownFilled } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { memo, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { FilingCase } from '../../api/filingtypes';
import { CaseStateLabel, DueDays, KindTag, ScoreBar, SubjectName, TierLabel } from '../../components/filing/CaseWords';
import { Time } from '../../components/Time';
import { VirtualRows } from '../../components/VirtualRows';
import { CASE_COLUMN_SORT, caseGridTemplate, fitCaseColumns, type CaseColumn } from '../../lib/casecolumns';
import type { CaseSort } from '../../lib/casefilter';
import { formatCount } from '../../lib/numbers';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';
import { useWidth } from '../../state/width';

const FIGURES: readonly CaseColumn[] = ['filingCount', 'memberCount'];

interface CaseTableProps {
  rows: readonly FilingCase[];
  total: number;
  sort: CaseSort;
  selected: string | null;
  chosen: ReadonlySet<string>;
  onSelect: (row: FilingCase) => void;
  /** Null for who may not act on several at once. */
  onChoose: ((row: FilingCase) => void) | null;
  onSort: (sort: CaseSort) => void;
  onNearEnd: () => void;
  tail: ReactNode;
  resetKey: string;
}

export function CaseTable({ rows, total, sort, selected, chosen, onSelect, onChoose, onSort, onNearEnd, tail, resetKey }: CaseTableProps) {
  const { t, language } = usePreferences();
  const table = useRef<HTMLDivElement>(null);
  const width = useWidth(table);
  const fitting = fitCaseColumns(width === 0 ? Infinity : width, language).filter((column) => column !== 'select' || onChoose !== null);
  const template = caseGridTemplate(fitting, language);
  const columnNames = fitting.join();
  const now = useNow(60_000);
  const row = (index: number) => {
    const item = rows[index];
    return item === undefined ? null : (
      <CaseRow item={item} index={index} columns={columnNames} template={template} now={now} selected={item.id === selected} chosen={chosen.has(item.id)} onSelect={onSelect} onChoose={onChoose} />
    );
  };
  return (
    <div ref={table} className="queue-table" role="grid" aria-label={t('filing.table')} aria-rowcount={total + 1} aria-multiselectable={onChoose !== null}>
      <div className="queue-head" role="row" style={{ gridTemplateColumns: template }}>
        {fitting.map((column) => (
          <HeadCell key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <VirtualRows
        count={rows.length}
        selected={rows.findIndex((item) => item.id === selected)}
        row={row}
        tail={tail}
        onNearEnd={onNearEnd}
        label={t('filing.table')}
        activeId={selected === null ? undefined : `case-${selected}`}
        resetKey={resetKey}
      />
    </div>
  );
}

function HeadCell({ column, sort, onSort }: { column: CaseColumn; sort: CaseSort; onSort: (sort: CaseSort) => void }) {
  const { t } = usePreferences();
  const name = t(`filing.column.${column}`);
  const sorts = CASE_COLUMN_SORT[column];
  const figure = FIGURES.includes(column) ? ' cell-figure' : '';
  if (column === 'select') {
    return <div role="columnheader" className="cell" aria-label={name} />;
  }
  if (sorts === undefined) {
    return <div role="columnheader" className={`cell${figure}`}>{name}</div>;
  }
  const active = sorts === sort;
  return (
    <div role="columnheader" className={`cell${figure}`} aria-sort={active ? 'descending' : 'none'}>
      <button
        type="button"
        className={active ? 'head-sort head-sorted' : 'head-sort'}
        title={active ? t('column.sorted') : t('filing.sort.desc', { column: name })}
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

interface CaseRowProps {
  item: FilingCase;
  index: number;
  columns: string;
  template: string;
  /** Renewed every minute, for terms. */
  now: number;
  selected: boolean;
  chosen: boolean;
  onSelect: (row: FilingCase) => void;
  onChoose: ((row: FilingCase) => void) | null;
}

const CaseRow = memo(function CaseRow({ item, index, columns, template, now, selected, chosen, onSelect, onChoose }: CaseRowProps) {
  const { t } = usePreferences();
  return (
    <div
      id={`case-${item.id}`}
      role="row"
      aria-selected={selected}
      aria-rowindex={index + 2}
      className={`queue-row case-row-${item.state}${selected ? ' queue-selected' : ''}`}
      style={{ gridTemplateColumns: template }}
      onClick={() => {
        onSelect(item);
      }}
    >
      {columns.split(',').map((column) =>
        column === 'select' ? (
          <div key={column} role="gridcell" className="cell cell-select" onClick={(event) => { event.stopPropagation(); }}>
            <Checkbox checked={chosen} tabIndex={-1} aria-label={t('filing.select.row', { number: item.number })} onChange={() => onChoose?.(item)} />
          </div>
        ) : (
          <div key={column} role="gridcell" className={`cell cell-case-${column}${FIGURES.includes(column as CaseColumn) ? ' cell-figure' : ''}`}>
            <CellContent column={column as CaseColumn} item={item} now={now} />
          </div>
        ),
      )}
    </div>
  );
});

function CellContent({ column, item, now }: { column: CaseColumn; item: FilingCase; now: number }) {
  const { t } = usePreferences();
  switch (column) {
    case 'select':
      return null;
    case 'tier':
      return <TierLabel tier={item.tier} />;
    case 'number':
      return (
        <Link to={`/filing-cases/${encodeURIComponent(item.id)}`} tabIndex={-1} onClick={(event) => { event.stopPropagation(); }}>
          {item.number}
        </Link>
      );
    case 'subject':
      return <SubjectName subject={item.subject} compact />;
    case 'register':
      return t(`filing.register.${item.register}`);
    case 'kinds':
      return (
        <span className="kind-tags">
          {item.kinds.map((kind) => (
            <KindTag key={kind} code={kind} />
          ))}
        </span>
      );
    case 'score':
      return <ScoreBar score={item.score} />;
    case 'filingCount':
      return formatCount(item.filingCount);
    case 'memberCount':
      return item.memberCount === 0 ? <span className="absent">{ABSENT}</span> : formatCount(item.memberCount);
    case 'state':
      return (
        <span className="state-due">
          <CaseStateLabel state={item.state} />
          <DueDays dueAt={item.dueAt} now={now} />
        </span>
      );
    case 'assignee':
      return item.assignee === null ? <span className="absent">{ABSENT}</span> : <bdi title={item.assignee.name}>{item.assignee.name}</bdi>;
    case 'updatedAt':
      return <Time iso={item.updatedAt} />;
  }
}

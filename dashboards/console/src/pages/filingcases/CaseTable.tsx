import { Checkbox } from 'antd';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { FilingCase } from '../../api/filingtypes';
import { CaseStateLabel, DueDays, KindTag, ScoreBar, SubjectName, TierLabel } from '../../components/filing/CaseWords';
import { ListTable } from '../../components/list/ListTable';
import { Time } from '../../components/Time';
import { CASE_COLUMN_SORT, caseGridTemplate, fitCaseColumns, type CaseColumn } from '../../lib/casecolumns';
import type { CaseSort } from '../../lib/casefilter';
import { caseLink } from '../../lib/filinglinks';
import { formatCount } from '../../lib/numbers';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';

const FIGURES: readonly CaseColumn[] = ['filingCount', 'memberCount'];

/** What cells need beside their row; a row itself is drawn again only when it changes. */
interface Beside {
  /** Renewed every minute, for terms. */
  now: number;
  chosen: ReadonlySet<string>;
  onChoose: ((row: FilingCase) => void) | null;
}

const BesideContext = createContext<Beside>({ now: 0, chosen: new Set(), onChoose: null });

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

const idOf = (row: FilingCase) => row.id;
const rowClass = (row: FilingCase) => `case-row-${row.state}`;
const cellClass = (column: CaseColumn) => (column === 'select' ? 'cell-select' : `cell-case-${column}`);

export function CaseTable({ chosen, onChoose, ...rest }: CaseTableProps) {
  const { t, language } = usePreferences();
  const now = useNow(60_000);
  const beside = useMemo(() => ({ now, chosen, onChoose }), [now, chosen, onChoose]);
  return (
    <BesideContext value={beside}>
      <ListTable<FilingCase, CaseColumn, CaseSort>
        {...rest}
        label={t('filing.table')}
        idOf={idOf}
        prefix="case"
        multi={onChoose !== null}
        fit={(width) => {
          const fitting = fitCaseColumns(width, language).filter((column) => column !== 'select' || onChoose !== null);
          return { columns: fitting, template: caseGridTemplate(fitting, language) };
        }}
        head={(column) => ({ name: t(`filing.column.${column}`), sort: CASE_COLUMN_SORT[column], silent: column === 'select' })}
        figures={FIGURES}
        Cell={CellContent}
        rowClass={rowClass}
        cellClass={cellClass}
      />
    </BesideContext>
  );
}

function SelectCell({ item }: { item: FilingCase }) {
  const { t } = usePreferences();
  const { chosen, onChoose } = use(BesideContext);
  return (
    <span onClick={(event) => { event.stopPropagation(); }}>
      <Checkbox checked={chosen.has(item.id)} tabIndex={-1} aria-label={t('filing.select.row', { number: item.number })} onChange={() => onChoose?.(item)} />
    </span>
  );
}

function Due({ item }: { item: FilingCase }) {
  return <DueDays dueAt={item.dueAt} now={use(BesideContext).now} />;
}

function CellContent({ column, row: item }: { column: CaseColumn; row: FilingCase }) {
  const { t } = usePreferences();
  switch (column) {
    case 'select':
      return <SelectCell item={item} />;
    case 'tier':
      return <TierLabel tier={item.tier} />;
    case 'number':
      return (
        <Link to={caseLink(item.id)} tabIndex={-1} onClick={(event) => { event.stopPropagation(); }}>
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
          <Due item={item} />
        </span>
      );
    case 'assignee':
      return item.assignee === null ? <span className="absent">{ABSENT}</span> : <bdi title={item.assignee.name}>{item.assignee.name}</bdi>;
    case 'updatedAt':
      return <Time iso={item.updatedAt} />;
  }
}

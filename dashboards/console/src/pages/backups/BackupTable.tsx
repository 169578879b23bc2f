import { createContext, use, useMemo } from 'react';
import type { BackupJob, BackupSource } from '../../api/backuptypes';
import { Bar } from '../../components/backup/JobProgress';
import { Age } from '../../components/backup/Proofs';
import { useBackupWords } from '../../components/backup/useBackupWords';
import { ListTable } from '../../components/list/ListTable';
import { SeverityShape } from '../../components/Severity';
import type { Language } from '../../i18n/language';
import { say } from '../../i18n/translate';
import { countCopies, measuredRpo, measuredRto, proofOf, shareDone, titleOf, worstFirst, type Measured } from '../../lib/backups';
import { fitInto, templateOf, type ColumnSet } from '../../lib/gridcolumns';
import { formatTime } from '../../lib/time';
import { useSystemName } from '../../state/backups';
import { usePreferences } from '../../state/preferences';
import { useNow } from '../../state/time';

const COLUMNS = ['worst', 'source', 'system', 'kind', 'tier', 'rpo', 'rto', 'success', 'verify', 'drill', 'copies', 'now'] as const;
type Column = (typeof COLUMNS)[number];

const WIDTHS: Record<Column, number> = { worst: 28, source: 132, system: 124, kind: 96, tier: 60, rpo: 128, rto: 128, success: 88, verify: 80, drill: 84, copies: 156, now: 172 };
const ENGLISH: Partial<Record<Column, number>> = { source: 124, system: 112, rpo: 120, rto: 124, success: 84, verify: 84, drill: 84, copies: 196, now: 164 };
const LEAST: readonly Column[] = ['kind', 'system', 'copies', 'rto', 'rpo', 'tier'];

function setOf(language: Language): ColumnSet<Column> {
  return { widthOf: (column) => (language === 'en' ? ENGLISH[column] : undefined) ?? WIDTHS[column], leastNeeded: LEAST, grows: 'now' };
}

/** What cells need beside their row. */
interface Beside {
  now: number;
  jobs: ReadonlyMap<string, BackupJob>;
  systemName: (id: string) => string;
}

const BesideContext = createContext<Beside>({ now: 0, jobs: new Map(), systemName: (id) => id });
const FIGURES: readonly Column[] = [];
const NO_MORE = () => undefined;

interface BackupTableProps {
  rows: readonly BackupSource[];
  jobs: ReadonlyMap<string, BackupJob>;
  selected: string | null;
  onSelect: (row: BackupSource) => void;
  resetKey: string;
}

export function BackupTable({ rows, jobs, ...rest }: BackupTableProps) {
  const { t, language } = usePreferences();
  const now = useNow(10_000);
  const systemName = useSystemName();
  const beside = useMemo(() => ({ now, jobs, systemName }), [now, jobs, systemName]);
  return (
    <BesideContext value={beside}>
      <ListTable<BackupSource, Column, never>
        {...rest}
        rows={rows}
        total={rows.length}
        label={t('backup.title')}
        idOf={titleOf}
        prefix="backup"
        fit={(width) => {
          const columns = fitInto(COLUMNS, width, setOf(language));
          return { columns, template: templateOf(columns, setOf(language)) };
        }}
        head={(column) => ({ name: t(`backup.column.${column}`), silent: column === 'worst' })}
        figures={FIGURES}
        cellClass={cellClass}
        Cell={Cell}
        sort={null}
        onNearEnd={NO_MORE}
        tail={<div className="queue-tail">{t('queue.end')}</div>}
      />
    </BesideContext>
  );
}

const cellClass = (column: Column) => `cell-backup-${column}`;

function Cell({ column, row }: { column: Column; row: BackupSource }) {
  const { t, zone } = usePreferences();
  const words = useBackupWords();
  const { now, systemName } = use(BesideContext);
  switch (column) {
    case 'worst': {
      const [worst] = worstFirst(row.problems);
      return worst === undefined ? (
        <span className="proof-good" title={t('backup.problem.none')}>
          ✓
        </span>
      ) : (
        <span title={t(`severity.${worst.severity}`)} aria-label={t(`severity.${worst.severity}`)}>
          <SeverityShape severity={worst.severity} />
        </span>
      );
    }
    case 'source':
      return <bdi title={titleOf(row)}>{row.source}</bdi>;
    case 'system':
      return <bdi title={row.system}>{systemName(row.system)}</bdi>;
    case 'kind':
      return <bdi>{words.kind(row.kind)}</bdi>;
    case 'tier':
      return row.tier;
    case 'rpo':
      return <Against measured={measuredRpo(row, now)} />;
    case 'rto':
      return <Against measured={measuredRto(row)} />;
    case 'success':
    case 'verify':
    case 'drill': {
      const proof = proofOf(row, column);
      return (
        <span title={proof.at === null ? '' : `${formatTime(proof.at, zone)} · ${t(`backup.proof.state.${proof.state}`)}`}>
          <Age proof={proof} now={now} />
        </span>
      );
    }
    case 'copies':
      return <CopyMarks row={row} />;
    case 'now':
      return <Now row={row} />;
  }
}

function Against({ measured: { value, bound, over } }: { measured: Measured }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  return <span className={over ? 'over' : ''}>{words.against(value, bound === null ? t('backup.byRunbook.short') : words.duration(bound, 1))}</span>;
}

function CopyMarks({ row }: { row: BackupSource }) {
  const { t } = usePreferences();
  const { held, all, offsite, immutable, damaged } = countCopies(row.copies);
  return (
    <span className="copy-marks" title={t('backup.copies.hint', { held, all, offsite, immutable })}>
      <span className={held < all ? 'over' : ''}>{t('backup.copies.held', { held, all })}</span>
      {damaged > 0 && (
        <span className="over" title={`${t('backup.copies.damaged')} ${damaged}`}>
          ✗{damaged}
        </span>
      )}
      {offsite > 0 && <span className="copy-mark copy-mark-on">{t('backup.copies.offsite')}</span>}
      {immutable > 0 && <span className="copy-mark copy-mark-on">{t('backup.copies.immutable')}</span>}
    </span>
  );
}

/** The job under way, else the worst problem. */
function Now({ row }: { row: BackupSource }) {
  const { t, language } = usePreferences();
  const words = useBackupWords();
  const { jobs } = use(BesideContext);
  const job = row.job === null ? undefined : jobs.get(row.job);
  if (job !== undefined) {
    const kind = t(`job.kind.${job.kind}`);
    const share = job.progress === null ? null : shareDone(job.progress);
    const left = job.progress?.left ?? null;
    return (
      <span className="now-job">
        <b>{kind}</b>
        {job.state === 'waiting' ? (
          <span className="soft">{t('job.state.waiting')}</span>
        ) : (
          <>
            <Bar share={share} label={t('job.progress', { kind })} />
            {share !== null && <span>{t('job.percent', { n: Math.floor(share * 100) })}</span>}
            {left !== null && <span className="soft">{t('job.left', { left: words.duration(Math.max(1_000, left), 1) })}</span>}
          </>
        )}
      </span>
    );
  }
  const [worst, ...others] = worstFirst(row.problems);
  if (worst === undefined) {
    return <span className="soft">{t('backup.problem.none')}</span>;
  }
  return (
    <span title={worstFirst(row.problems).map(({ text }) => say(text, language)).join('\n')}>
      <span className={`severity-${worst.severity}`}>{words.problem(worst.code)}</span>
      {others.length > 0 && <span className="soft now-more">{t('backup.more', { n: others.length })}</span>}
    </span>
  );
}

import { SeverityShape } from '../../components/Severity';
import { say } from '../../i18n/translate';
import type { Coverage, CoverageCell, CoverageColumn } from '../../lib/coverage';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

interface MatrixProps {
  coverage: Coverage;
  chosen: string;
  tactic: string;
  onChoose: (technique: string, tactic: string) => void;
}

/** Tactics as columns, techniques as cells. */
export function Matrix({ coverage, ...rest }: MatrixProps) {
  return (
    <div className="matrix" tabIndex={0}>
      {coverage.columns.map((column) => (
        <Column key={column.tactic.id} column={column} {...rest} />
      ))}
    </div>
  );
}

type ColumnProps = Omit<MatrixProps, 'coverage'> & { column: CoverageColumn };

function Column({ column, chosen, tactic, onChoose }: ColumnProps) {
  const { t, language } = usePreferences();
  const { name, id } = column.tactic;
  return (
    <section className="matrix-column" aria-label={say(name, language)}>
      <header>
        <h2>{say(name, language)}</h2>
        <div className="soft" lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {language === 'zh' ? name.en : name.zh}
        </div>
        <div className="matrix-count">{t('coverage.column', { rules: formatCount(column.rules) })}</div>
      </header>
      {column.cells.length === 0 && <p className="matrix-none">{t('coverage.none')}</p>}
      {column.cells.map((cell) => {
        const on = chosen === cell.technique.id && (tactic === '' || tactic === id);
        return (
          <Cell
            key={cell.technique.id}
            cell={cell}
            on={on}
            onClick={() => {
              onChoose(on ? '' : cell.technique.id, on ? '' : id);
            }}
          />
        );
      })}
    </section>
  );
}

function Cell({ cell, on, onClick }: { cell: CoverageCell; on: boolean; onClick: () => void }) {
  const { t, language } = usePreferences();
  const { technique, rules, level } = cell;
  return (
    <button
      type="button"
      className={`matrix-cell level-${level}${on ? ' matrix-cell-on' : ''}`}
      aria-pressed={on}
      title={`${technique.name.zh} · ${technique.name.en} — ${t(`severity.${level}`)}`}
      onClick={onClick}
    >
      <span className="matrix-cell-head">
        <SeverityShape severity={level} />
        <code>{technique.id.toUpperCase()}</code>
        <strong>{formatCount(rules.length)}</strong>
      </span>
      <span className="matrix-cell-name">{say(technique.name, language)}</span>
      {language === 'zh' && (
        <span className="matrix-cell-other" lang="en">
          {technique.name.en}
        </span>
      )}
    </button>
  );
}

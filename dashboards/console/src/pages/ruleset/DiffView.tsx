import type { Difference } from '../../api/rulesets';
import { diffLines, folded, type DiffLine } from '../../lib/textdiff';
import { usePreferences } from '../../state/preferences';

/** What a change does to a rule's text and to its cases. */
export function DifferenceView({ difference }: { difference: Difference }) {
  const { t } = usePreferences();
  const { kind, before, after } = difference;
  if (kind === 'disable' || kind === 'enable') {
    // Its text stays as it is, and may hold other rules that are not concerned.
    return <pre className="diff diff-plain" tabIndex={0}>{before?.text ?? ''}</pre>;
  }
  const casesBefore = before?.cases ?? '';
  const casesAfter = after?.cases ?? '';
  return (
    <div className="differences">
      <h4>{t('ruleset.diff.rule')}</h4>
      <DiffView before={before?.text ?? ''} after={after?.text ?? ''} />
      {casesBefore !== casesAfter && (
        <>
          <h4>{t('ruleset.diff.cases')}</h4>
          <DiffView before={casesBefore} after={casesAfter} />
        </>
      )}
    </div>
  );
}

function DiffView({ before, after }: { before: string; after: string }) {
  const { t } = usePreferences();
  if (before === after) {
    return <p className="nothing">{t('ruleset.diff.same')}</p>;
  }
  return (
    <div className="diff" role="group" aria-label={t('ruleset.diff.label')} tabIndex={0}>
      {folded(diffLines(before, after)).map((line, at) => (
        <Line key={at} line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { line: DiffLine }) {
  const { t } = usePreferences();
  if (line.type === 'skipped') {
    return <div className="diff-skipped">{t('ruleset.diff.skipped', { n: line.count })}</div>;
  }
  const sign = line.type === 'added' ? '+' : line.type === 'removed' ? '−' : ' ';
  return (
    <div className={`diff-line diff-${line.type}`}>
      <span className="diff-number">{line.before ?? ''}</span>
      <span className="diff-number">{line.after ?? ''}</span>
      <span className="diff-sign">{sign}</span>
      <span className="diff-text">{line.text}</span>
    </div>
  );
}

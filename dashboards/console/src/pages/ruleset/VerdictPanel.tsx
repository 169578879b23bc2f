import { Failure } from '../../components/Failure';
import { usePreferences } from '../../state/preferences';
import type { Checked } from './useChecked';

/** What the engine says, fault by fault; a fault leads to its line. */
export function VerdictPanel({ checked, empty, onGo }: { checked: Checked; empty: boolean; onGo: (line: number) => void }) {
  const { t } = usePreferences();
  const { verdict, path, busy, error } = checked;
  if (empty) {
    return <p className="verdict soft">{t('ruleset.editor.empty')}</p>;
  }
  if (error !== null) {
    return <Failure compact cause={error} />;
  }
  if (verdict === undefined) {
    return <p className="verdict soft">{t('ruleset.editor.checking')}</p>;
  }
  if (verdict.faults.length === 0) {
    return (
      <p className="verdict ruleset-good" role="status">
        {t('ruleset.editor.ok', { names: verdict.rules.map((rule) => rule.name).join(', ') })}
      </p>
    );
  }
  return (
    <div className={busy ? 'verdict verdict-busy' : 'verdict'} role="status">
      <strong className="ruleset-bad">{t('ruleset.editor.faults', { n: verdict.faults.length })}</strong>
      <ul>
        {verdict.faults.map((fault, at) => (
          <li key={at}>
            {fault.path === path && fault.line > 0 ? (
              <button type="button" className="link" onClick={() => { onGo(fault.line); }}>
                {t('ruleset.editor.line', { n: fault.line })}
              </button>
            ) : (
              <span className="soft">{fault.path === path ? fault.path : `${t('ruleset.editor.elsewhere')} ${fault.path}`}</span>
            )}{' '}
            {fault.unsupported && <span className="soft">({t('ruleset.editor.unsupported')}) </span>}
            {fault.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

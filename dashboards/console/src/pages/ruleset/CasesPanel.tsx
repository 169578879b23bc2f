import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { runCases, type CaseRun, type ChangeForm } from '../../api/rulesets';
import { Failure } from '../../components/Failure';
import { usePreferences } from '../../state/preferences';

/** Runs the cases as they stand in the editor. */
export function CasesPanel({ changes, empty }: { changes: ChangeForm[]; empty: boolean }) {
  const { t } = usePreferences();
  const run = useMutation({ mutationFn: () => runCases(changes) });
  if (empty) {
    return <p className="soft">{t('ruleset.editor.noCases')}</p>;
  }
  return (
    <div className="cases">
      <Button size="small" loading={run.isPending} onClick={() => { run.mutate(); }}>
        {t('ruleset.editor.runCases')}
      </Button>
      {run.error !== null && <Failure compact cause={run.error} />}
      {run.data !== undefined && <Results results={run.data} />}
    </div>
  );
}

function Results({ results }: { results: CaseRun[] }) {
  const { t } = usePreferences();
  const failed = results.filter((result) => !result.passed).length;
  return (
    <>
      <p className={failed === 0 ? 'ruleset-good' : 'ruleset-bad'} role="status">
        {failed === 0 ? t('ruleset.editor.casesPassed', { n: results.length }) : t('ruleset.editor.casesFailed', { n: failed })}
      </p>
      <ul>
        {results.map((result, at) => (
          <li key={at} className={result.passed ? 'case-passed' : 'case-failed'}>
            <span aria-hidden="true">{result.passed ? '✓' : '✗'}</span> {result.name}{' '}
            {!result.passed && (result.message === '' ? t('ruleset.editor.case.expected', { expected: result.expected, actual: result.actual }) : result.message)}
          </li>
        ))}
      </ul>
    </>
  );
}

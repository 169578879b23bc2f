import { Link } from 'react-router';
import type { BackupSource } from '../../api/backuptypes';
import { say } from '../../i18n/translate';
import { alertRuleOf, worstFirst } from '../../lib/backups';
import { queueLink } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';
import { SeverityLabel } from '../Severity';
import { useBackupWords } from './useBackupWords';

/** What is wrong, the worst first, in the words of the service; each leads to its alert. */
export function Problems({ row }: { row: BackupSource }) {
  const { t, language } = usePreferences();
  const words = useBackupWords();
  if (row.problems.length === 0) {
    return <p className="backup-sound">{t('backup.problems.none')}</p>;
  }
  return (
    <ul className="backup-problems">
      {worstFirst(row.problems).map(({ code, severity, text }) => (
        <li key={code}>
          <SeverityLabel severity={severity} />
          <span className="backup-problem-words">
            <b>{words.problem(code)}</b>
            <bdi>{say(text, language)}</bdi>
          </span>
          <Link to={queueLink({ rules: [alertRuleOf(code)], fields: [`backup.source:${row.source}`] })}>{t('backup.problem.alert')}</Link>
        </li>
      ))}
    </ul>
  );
}

import type { ReachedLevel } from '../../api/recoverytypes';
import { say } from '../../i18n/translate';
import { usePreferences } from '../../state/preferences';
import { LevelLadder } from './LevelLadder';

/** The seven elements, the weakest first: it decides. */
export function ElementsTable({ level, aimed }: { level: ReachedLevel; aimed: number | null }) {
  const { t, language } = usePreferences();
  const rows = level.elements.toSorted((a, b) => a.level - b.level);
  return (
    <table className="parts elements">
      <thead>
        <tr>
          <th scope="col">{t('recovery.element')}</th>
          <th scope="col">{t('recovery.reached')}</th>
          <th scope="col">{t('recovery.missing')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((element) => (
          <tr key={element.code}>
            <th scope="row">
              {say(element.name, language)}
              <span className="element-source" title={element.declared ? t('recovery.declared.hint') : ''}>
                {t(element.declared ? 'recovery.declared' : 'recovery.seen')}
              </span>
            </th>
            <td>
              <span className="element-level">
                <b>{element.level}</b>
                <LevelLadder aimed={aimed} reached={element.level} />
                {element.level === level.level && element.level < 6 && <span className="element-weakest">{t('recovery.element.weakest')}</span>}
              </span>
            </td>
            <td className="element-missing">
              {element.missing.length === 0 ? <span className="soft">{t('recovery.missing.none')}</span> : element.missing.map((text, index) => <span key={index}>{say(text, language)}</span>)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { BackupCopy } from '../../api/backuptypes';
import { usePreferences } from '../../state/preferences';
import { Time } from '../Time';
import { useBackupWords } from './useBackupWords';

/** Where the newest backup lies: on what, where, for how long nobody can delete it, and whether it is whole. */
export function Copies({ copies }: { copies: readonly BackupCopy[] }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  if (copies.length === 0) {
    return <p className="nothing">{t('backup.neverLooked')}</p>;
  }
  return (
    <ul className="copies">
      {copies.map((copy) => (
        <li key={copy.target} className={copy.verifyFaults.length > 0 ? 'copy copy-damaged' : 'copy'}>
          <span className="copy-head">
            <b>
              <bdi>{copy.target}</bdi>
            </b>
            <span className="soft">{words.medium(copy.medium)}</span>
            <span className={copy.offsite ? 'copy-mark copy-mark-on' : 'copy-mark'}>{t(copy.offsite ? 'backup.copies.offsite' : 'backup.copies.local')}</span>
            {copy.immutable && <span className="copy-mark copy-mark-on">{t('backup.copies.immutable')}</span>}
            <span className={copy.held ? 'copy-held proof-good' : 'copy-held proof-bad'}>
              {t('backup.copy.held')}: {t(copy.held ? 'backup.copy.isHeld' : 'backup.copy.notHeld')}
            </span>
          </span>
          <span className="copy-facts soft">
            <span>
              {t('backup.copy.verified')} {copy.verifiedAt === null ? t('backup.never') : <Time iso={copy.verifiedAt} />}
              {copy.verifiedAt !== null && copy.verifyFaults.length === 0 && <span className="proof-good"> {t('backup.copy.whole')}</span>}
            </span>
            {copy.held && (
              <span>{copy.immutable && copy.immutableUntil !== null ? <>{t('backup.copy.until')} <Time iso={copy.immutableUntil} /></> : t('backup.copy.mayDelete')}</span>
            )}
          </span>
          {copy.verifyFaults.length > 0 && <Faults title={t('backup.copy.damaged', { n: copy.verifyFaults.length })} faults={copy.verifyFaults} />}
        </li>
      ))}
    </ul>
  );
}

const FAULTS_SHOWN = 5;

/** What was found wrong, as it was written: it names the place. */
export function Faults({ title, faults }: { title: string; faults: readonly string[] }) {
  const { t } = usePreferences();
  return (
    <div className="faults" role="alert">
      <b>{title}</b>
      <ul>
        {faults.slice(0, FAULTS_SHOWN).map((fault, index) => (
          <li key={index}>
            <bdi>{fault}</bdi>
          </li>
        ))}
      </ul>
      {faults.length > FAULTS_SHOWN && <span className="soft">{t('backup.more', { n: faults.length - FAULTS_SHOWN })}</span>}
    </div>
  );
}

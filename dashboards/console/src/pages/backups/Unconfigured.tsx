import { Copy } from '../../components/Copy';
import { usePreferences } from '../../state/preferences';

/** What makes the page useful, in the order in which it is done; the same in every language. */
const EXAMPLE = `installation: office-a
state: /var/lib/zhidun/backup
scratch: /var/lib/zhidun/scratch
keys: {vault: /etc/zhidun/vault, key-file: /etc/zhidun/vault.key}
targets:
  near: {kind: directory, path: /backup}
sources:
  - {system: patent-review, name: documents, level: 3, tier: T2,
     targets: [near], kind: files, path: /srv/documents}`;

const STEPS = [
  { what: 'file', text: EXAMPLE },
  { what: 'keys', text: './zhidun backup --config /etc/zhidun/backup.yml keys create' },
  { what: 'start', text: 'export ZHIDUN_BACKUP_CONFIG=/etc/zhidun/backup.yml' },
  { what: 'check', text: './zhidun backup --config /etc/zhidun/backup.yml health' },
] as const;

/** Nothing is configured: what to do, and why not here. */
export function Unconfigured() {
  const { t } = usePreferences();
  return (
    <div className="unconfigured">
      <h2>{t('backup.unconfigured')}</h2>
      <p>{t('backup.unconfigured.hint')}</p>
      <ol>
        {STEPS.map(({ what, text }) => (
          <li key={what}>
            <h3>{t(`backup.unconfigured.${what}`)}</h3>
            <div className="command">
              <pre>{text}</pre>
              <Copy text={text} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

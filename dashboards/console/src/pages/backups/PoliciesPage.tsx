import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { fetchBackupPolicies } from '../../api/backups';
import type { BackupPolicies, BackupPolicy } from '../../api/backuptypes';
import { BackupTabs } from '../../components/backup/BackupTabs';
import { useBackupWords } from '../../components/backup/useBackupWords';
import { Loaded, Panel } from '../../components/Panel';
import { ABSENT } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** What each tier asks, side by side, and of what. */
export default function PoliciesPage() {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.backupPolicies, queryFn: ({ signal }) => fetchBackupPolicies(signal) });
  return (
    <div className="page backup-page">
      <div className="queue-title">
        <h1 className="page-title">{t('backup.title')}</h1>
      </div>
      <BackupTabs />
      <Loaded query={query} rows={12}>
        {(policies) => <Tiers policies={policies} />}
      </Loaded>
    </div>
  );
}

function Tiers({ policies: { version, tiers } }: { policies: BackupPolicies }) {
  const { t } = usePreferences();
  const rows = useAsked();
  return (
    <Panel title={t('tier.title')}>
      <p className="soft tier-hint">{t('tier.hint', { version: version === '' ? ABSENT : version })}</p>
      {tiers.length === 0 ? (
        <p className="nothing">{t('tier.none')}</p>
      ) : (
        <div className="grid-table tier-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('tier.asks')}</th>
                {tiers.map(({ name }) => (
                  <th key={name} scope="col" className="tier-name">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, say }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {tiers.map((tier) => (
                    <td key={tier.name}>{say(tier)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** The lines of the table: what is asked, and how a tier answers. */
function useAsked(): { name: string; say: (tier: BackupPolicy) => ReactNode }[] {
  const { t } = usePreferences();
  const words = useBackupWords();
  const every = (millis: number | null) => (millis === null ? <span className="soft">{t('tier.notAsked')}</span> : words.duration(millis));
  const yes = (holds: boolean) => (holds ? t('tier.yes') : <span className="soft">{t('tier.no')}</span>);
  const many = (count: number) => (count === 0 ? <span className="soft">{t('tier.notAsked')}</span> : count);
  return [
    { name: t('tier.rpo'), say: ({ rpo }) => <b>{words.duration(rpo)}</b> },
    { name: t('tier.rto'), say: ({ rto }) => (rto === null ? <span className="soft">{t('backup.byRunbook')}</span> : <b>{words.duration(rto)}</b>) },
    { name: t('tier.backupEvery'), say: ({ backupEvery }) => words.duration(backupEvery) },
    { name: t('tier.verifyEvery'), say: ({ verifyEvery }) => every(verifyEvery) },
    { name: t('tier.drillEvery'), say: ({ drillEvery }) => every(drillEvery) },
    { name: t('tier.switchEvery'), say: ({ switchEvery }) => every(switchEvery) },
    { name: t('tier.copies'), say: ({ copies }) => copies },
    { name: t('tier.media'), say: ({ media }) => media },
    { name: t('tier.offsite'), say: ({ offsite }) => many(offsite) },
    { name: t('tier.realTimeOffsite'), say: ({ realTimeOffsite }) => yes(realTimeOffsite) },
    { name: t('tier.immutableCopies'), say: ({ immutableCopies }) => many(immutableCopies) },
    { name: t('tier.immutableFor'), say: ({ immutableFor }) => words.duration(immutableFor) },
    { name: t('tier.encrypted'), say: ({ encrypted }) => yes(encrypted) },
    { name: t('tier.retention'), say: ({ retention }) => <Kept retention={retention} /> },
    { name: t('tier.drLevel'), say: ({ drLevel }) => drLevel },
    { name: t('tier.sources'), say: ({ sources }) => <Sources sources={sources} /> },
  ];
}

function Kept({ retention }: { retention: BackupPolicy['retention'] }) {
  const { t } = usePreferences();
  const words = useBackupWords();
  const kept = (['daily', 'weekly', 'monthly', 'yearly'] as const).filter((each) => retention[each] > 0);
  return (
    <span className="kept">
      <span>{t('tier.retention.all', { age: words.duration(retention.all) })}</span>
      {kept.map((each) => (
        <span key={each}>{t(`tier.retention.${each}`, { n: retention[each] })}</span>
      ))}
    </span>
  );
}

function Sources({ sources }: { sources: readonly string[] }) {
  const { t } = usePreferences();
  if (sources.length === 0) {
    return <span className="soft">{t('tier.sources.none')}</span>;
  }
  return (
    <span className="kept">
      {sources.map((title) => (
        <Link key={title} to={`/backups/${title.split('/').map(encodeURIComponent).join('/')}`}>
          <bdi>{title}</bdi>
        </Link>
      ))}
    </span>
  );
}

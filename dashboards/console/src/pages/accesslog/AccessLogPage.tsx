import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { fetchAccessLog } from '../../api/filingcases';
import { Problem } from '../../api/http';
import type { AccessEntry } from '../../api/filingtypes';
import { Heads } from '../../components/Heads';
import { Loaded, Panel } from '../../components/Panel';
import { Time } from '../../components/Time';
import { caseLink, filingLink } from '../../lib/filinglinks';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';

/** Who looked at whose data, and when. */
export default function AccessLogPage() {
  const { t } = usePreferences();
  const { user } = useSession();
  const query = useInfiniteQuery({
    queryKey: keys.accessLog,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => fetchAccessLog({ cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
  const forbidden = query.error instanceof Problem && query.error.status === 403;
  return (
    <div className="review-page">
      <h1 className="page-title">{t('filing.access')}</h1>
      <p className="soft">
        {t('filing.access.hint')} {!user.roles.includes('auditor') && !forbidden && t('filing.access.own')}
      </p>
      <Panel title={t('filing.access')}>
        {forbidden ? (
          <p className="nothing">{t('filing.access.forbidden')}</p>
        ) : (
          <Loaded query={query} rows={8}>
            {(data) => <Entries entries={data.pages.flatMap(({ items }) => items)} />}
          </Loaded>
        )}
        {query.hasNextPage && (
          <Button type="link" size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('filing.access.more')}
          </Button>
        )}
      </Panel>
    </div>
  );
}

function Entries({ entries }: { entries: AccessEntry[] }) {
  const { t } = usePreferences();
  if (entries.length === 0) {
    return <p className="nothing">{t('filing.access.none')}</p>;
  }
  return (
    <table className="review-table">
      <Heads of={[t('filing.access.at'), t('filing.access.by'), t('filing.access.number'), t('filing.access.case'), t('filing.access.what')]} />
      <tbody>
        {entries.map((entry, index) => (
          <tr key={index}>
            <td><Time iso={entry.at} /></td>
            <td><bdi>{entry.by}</bdi></td>
            <td>{entry.applicationNumber !== '' && <Link to={filingLink(entry.applicationNumber)}>{entry.applicationNumber}</Link>}</td>
            <td>{entry.caseId === null ? <span className="soft">{t('filing.access.noCase')}</span> : <Link to={caseLink(entry.caseId)}>{entry.caseId}</Link>}</td>
            <td>{entry.what === 'filing' ? t('filing.access.filing') : <bdi>{entry.what}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

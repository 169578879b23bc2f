import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { AUDIT_EXPORT, fetchAudit, fetchVerification, type AuditRecord } from '../../api/audit';
import { ListPage, ListTail } from '../../components/list/ListPage';
import { Loaded } from '../../components/Panel';
import { TextFilter } from '../../components/TextFilter';
import { Time } from '../../components/Time';
import { AUDIT_FIELDS, NO_AUDIT_FILTER, parseAuditFilter, toAuditQuery, writeAuditFilter, type AuditFilter } from '../../lib/auditfilter';
import { formatCount } from '../../lib/numbers';
import { mayAudit } from '../../lib/protectionrights';
import { keys } from '../../state/keys';
import { useListSelection, usePagedList } from '../../state/lists';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { AuditDrawer } from './AuditDrawer';
import { AuditTable } from './AuditTable';

/** Who did what, and whether the record of it is whole. Auditors only. */
export default function AuditPage() {
  const { t } = usePreferences();
  const { user } = useSession();
  return mayAudit(user) ? (
    <Trail />
  ) : (
    <div className="centred empty">
      <h2>{t('audit.forbidden')}</h2>
      <p>{t('audit.forbidden.hint')}</p>
    </div>
  );
}

const PAGE_SIZE = 200;
const idOf = (row: AuditRecord) => String(row.sequence);

function Trail() {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => parseAuditFilter(params), [params]);
  const [readAt, setReadAt] = useState(() => Date.now());
  const name = writeAuditFilter(filter).toString();
  const { rows, total, query, onNearEnd } = usePagedList<AuditRecord>({
    key: keys.auditList(`${name}@${readAt}`),
    fetchPage: (cursor, signal) => fetchAudit({ ...toAuditQuery(filter, readAt), limit: PAGE_SIZE, cursor }, signal),
    idOf,
  });
  const refresh = () => {
    setReadAt(Date.now());
  };
  const { selected, openedId, onSelect, closeDrawer } = useListSelection({ rows, idOf, linkOf: null, onRefresh: refresh });
  const setFilter = (next: AuditFilter) => {
    setParams((old) => writeAuditFilter(next, old));
  };
  return (
    <ListPage
      title={t('audit.title')}
      count={query.hasNextPage ? t('list.loaded', { loaded: formatCount(rows.length), n: formatCount(total) }) : t('audit.total', { n: formatCount(total) })}
      tools={
        <Button size="small" href={AUDIT_EXPORT} title={t('audit.export.hint')} download>
          {t('audit.export')}
        </Button>
      }
      filters={
        <>
          <Verification />
          <FilterBar filter={filter} onChange={setFilter} />
        </>
      }
      query={query}
      onRefresh={refresh}
      rows={rows.length}
      empty={<div className="centred empty">{t(name === '' ? 'audit.none' : 'audit.noMatch')}</div>}
      table={<AuditTable rows={rows} total={total} selected={selected} onSelect={onSelect} onNearEnd={onNearEnd} resetKey={name} tail={<ListTail query={query} failed={t('audit.moreFailed')} />} />}
      drawer={
        openedId === null ? null : (
          <AuditDrawer
            key={openedId}
            sequence={Number(openedId)}
            onClose={closeDrawer}
            onNarrow={(part) => {
              setFilter({ ...filter, ...part });
            }}
          />
        )
      }
    />
  );
}

function FilterBar({ filter, onChange }: { filter: AuditFilter; onChange: (filter: AuditFilter) => void }) {
  const { t } = usePreferences();
  const narrowed = AUDIT_FIELDS.some((name) => filter[name] !== '');
  return (
    <div className="filters audit-filters" role="group" aria-label={t('filter.label')}>
      {AUDIT_FIELDS.map((name) => (
        <TextFilter
          key={`${name}-${filter[name]}`}
          text={filter[name]}
          label={t(`audit.filter.${name}`)}
          onText={(text) => {
            if (text !== filter[name]) {
              onChange({ ...filter, [name]: text });
            }
          }}
        />
      ))}
      {narrowed && (
        <Button size="small" type="link" icon={<CloseOutlined />} onClick={() => { onChange({ ...NO_AUDIT_FILTER, range: filter.range }); }}>
          {t('queue.clear')}
        </Button>
      )}
    </div>
  );
}

/** Whether the trail is as it was written: said by the last reading, with its time. */
function Verification() {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.auditVerification, queryFn: ({ signal }) => fetchVerification(signal), refetchInterval: 60_000 });
  return (
    <Loaded query={query} rows={1}>
      {({ size, sealed, last }) => (
        <div className={last === null ? 'verification verification-none' : last.intact ? 'verification' : 'verification verification-broken'} role="status">
          {last === null ? (
            <b>{t('audit.unverified')}</b>
          ) : last.intact ? (
            <b className="evidence-intact">✓ {t('audit.intact')}</b>
          ) : (
            <b className="evidence-broken">✗ {last.fault?.sequence === null || last.fault === null ? t('audit.broken') : t('audit.broken.at', { n: formatCount(last.fault.sequence) })}</b>
          )}
          {last?.fault !== null && last?.fault !== undefined && <bdi>{last.fault.reason}</bdi>}
          {last !== null && (
            <span>
              {t('audit.verified', { n: formatCount(last.records) })} <Time iso={last.at} />
            </span>
          )}
          <span className="soft">{t('audit.size', { n: formatCount(size), sealed: formatCount(sealed) })}</span>
        </div>
      )}
    </Loaded>
  );
}

import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { fetchAuditRecord, type AuditDetail } from '../../api/audit';
import { Copy } from '../../components/Copy';
import { Loaded } from '../../components/Panel';
import { Raw } from '../../components/Raw';
import { Time } from '../../components/Time';
import type { AuditFilter } from '../../lib/auditfilter';
import { ABSENT } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { Outcome } from './AuditTable';

interface AuditDrawerProps {
  sequence: number;
  onClose: () => void;
  onNarrow: (part: Partial<AuditFilter>) => void;
}

/** One line of the trail with all that proves it. */
export function AuditDrawer({ sequence, onClose, onNarrow }: AuditDrawerProps) {
  const { t } = usePreferences();
  const query = useQuery({ queryKey: keys.auditRecord(sequence), queryFn: ({ signal }) => fetchAuditRecord(sequence, signal), staleTime: Infinity });
  return (
    <aside className="drawer" aria-label={t('audit.record', { n: sequence })}>
      <div className="drawer-bar">
        <b>{t('audit.record', { n: sequence })}</b>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('alert.close.drawer')} title={t('alert.close.drawer')} onClick={onClose} />
      </div>
      <div className="drawer-body" tabIndex={-1}>
        <Loaded query={query} rows={8}>
          {(record) => <Facts record={record} onNarrow={onNarrow} />}
        </Loaded>
      </div>
    </aside>
  );
}

function Facts({ record, onNarrow }: { record: AuditDetail; onNarrow: (part: Partial<AuditFilter>) => void }) {
  const { t } = usePreferences();
  const { actor } = record;
  const facts: [string, ReactNode][] = [
    [t('audit.column.at'), <Time key="t" iso={record.at} />],
    [t('audit.column.account'), <NarrowBy key="a" text={actor.account} part={{ actor: actor.account }} onNarrow={onNarrow} />],
    [t('audit.role'), <bdi key="r">{actor.role === '' ? ABSENT : actor.role}</bdi>],
    [t('audit.column.address'), <bdi key="d">{actor.address === '' ? ABSENT : actor.address}</bdi>],
    [t('audit.column.action'), <NarrowBy key="c" text={record.action} part={{ action: record.action }} onNarrow={onNarrow} />],
    [t('audit.column.outcome'), <Outcome key="o" outcome={record.outcome} />],
    [t('audit.column.target'), <NarrowBy key="b" text={`${record.objectType} ${record.objectId}`.trim()} part={{ objectType: record.objectType, objectId: record.objectId }} onNarrow={onNarrow} />],
  ];
  const detail = Object.entries(record.detail);
  return (
    <>
      <dl className="facts asset-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="cell-part">{t('audit.detail')}</h3>
      {detail.length === 0 ? (
        <p className="nothing">{t('audit.detail.none')}</p>
      ) : (
        <dl className="facts asset-facts">
          {detail.map(([name, value]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                <Raw text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3 className="cell-part">{t('audit.proof')}</h3>
      <dl className="facts asset-facts">
        <div>
          <dt>{t('audit.previous')}</dt>
          <dd className="hash">
            <code>{record.previous}</code>
          </dd>
        </div>
        <div>
          <dt>SM3</dt>
          <dd className="hash">
            <code>{record.hash}</code>
          </dd>
        </div>
        {record.line !== '' && (
          <div>
            <dt>{t('audit.line')}</dt>
            <dd>
              <Raw text={record.line} /> <Copy text={record.line} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** A value that narrows the list to those that share it. */
function NarrowBy({ text, part, onNarrow }: { text: string; part: Partial<AuditFilter>; onNarrow: (part: Partial<AuditFilter>) => void }) {
  const { t } = usePreferences();
  if (text === '') {
    return <span className="absent">{ABSENT}</span>;
  }
  return (
    <>
      <bdi>{text}</bdi>{' '}
      <button
        type="button"
        className="link number-link"
        onClick={() => {
          onNarrow(part);
        }}
      >
        {t('audit.narrow')}
      </button>
    </>
  );
}

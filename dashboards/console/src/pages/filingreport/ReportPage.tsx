import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { fetchReport } from '../../api/filingcases';
import type { Interval, MonthReport } from '../../api/filingtypes';
import { KindTag } from '../../components/filing/CaseWords';
import { SignalName } from '../../components/filing/SignalName';
import { Heads } from '../../components/Heads';
import { Loaded, Panel } from '../../components/Panel';
import { casesLink } from '../../lib/casefilter';
import { addMonths, monthOf, monthsUntil, parseMonth } from '../../lib/months';
import { formatCount, formatShare } from '../../lib/numbers';
import { formatTime } from '../../lib/time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** With fewer outcomes an interval says little. */
const FEW = 10;

/** What came in a month, how it ended, and how far the signals can be trusted. */
export default function ReportPage() {
  const { t, zone } = usePreferences();
  const [params, setParams] = useSearchParams();
  const [now] = useState(() => Date.now());
  const current = monthOf(now, zone);
  const month = parseMonth(params.get('month'), current);
  const query = useQuery({ queryKey: keys.report(month), queryFn: ({ signal }) => fetchReport(month, signal), staleTime: 30_000 });
  const choose = (chosen: string) => {
    setParams(chosen === current ? {} : { month: chosen });
  };
  return (
    <div className="review-page report">
      <div className="report-title">
        <h1 className="page-title">
          {t('filing.report')} {month}
        </h1>
        <div className="report-tools">
          <Button size="small" icon={<LeftOutlined />} aria-label={t('filing.report.previous')} title={t('filing.report.previous')} onClick={() => { choose(addMonths(month, -1)); }} />
          <Select
            size="small"
            className="report-month"
            aria-label={t('filing.report.month')}
            value={month}
            options={monthsUntil(current, month).map((each) => ({ value: each, label: each }))}
            onChange={choose}
          />
          <Button size="small" icon={<RightOutlined />} disabled={month >= current} aria-label={t('filing.report.next')} title={t('filing.report.next')} onClick={() => { choose(addMonths(month, 1)); }} />
          <Button size="small" icon={<PrinterOutlined />} onClick={() => { window.print(); }}>
            {t('filing.report.print')}
          </Button>
        </div>
      </div>
      <Loaded query={query} rows={12}>
        {(report) => <Report report={report} />}
      </Loaded>
      <p className="report-made">{t('filing.report.made', { time: formatTime(new Date(now).toISOString(), zone), zone })}</p>
    </div>
  );
}

function Report({ report }: { report: MonthReport }) {
  const { t } = usePreferences();
  return (
    <>
      <p className="report-summary">{t('filing.report.summary', { month: report.month, filings: formatCount(report.filings), cases: formatCount(report.cases) })}</p>
      <Panel title={t('filing.report.byKind')}>
        <ByKind report={report} />
      </Panel>
      <Panel title={t('filing.report.bySignal')} hint={t('filing.report.bySignal.hint')}>
        <BySignal report={report} />
      </Panel>
      <Panel title={t('filing.report.sample')} hint={t('filing.report.sample.hint')}>
        <Sample report={report} />
      </Panel>
    </>
  );
}

function ByKind({ report }: { report: MonthReport }) {
  const { t } = usePreferences();
  if (report.byKind.length === 0) {
    return <p className="nothing">{t('filing.report.none')}</p>;
  }
  return (
    <table className="review-table">
      <Heads
        of={[
          t('filing.report.kind'),
          [t('filing.report.opened'), 'number'],
          [t('filing.report.confirmed'), 'number'],
          [t('filing.report.dismissed'), 'number'],
          [t('filing.report.withdrawn'), 'number'],
          [t('filing.report.open'), 'number'],
        ]}
      />
      <tbody>
        {report.byKind.map((row) => (
          <tr key={row.kind}>
            <td>
              <Link to={casesLink({ kinds: [row.kind] })} className="report-kind">
                <KindTag code={row.kind} name={row.name} long />
              </Link>
            </td>
            <td className="number">{formatCount(row.opened)}</td>
            <td className="number">{formatCount(row.confirmed)}</td>
            <td className="number">{formatCount(row.dismissed)}</td>
            <td className="number">{formatCount(row.withdrawn)}</td>
            <td className="number">{formatCount(row.open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BySignal({ report }: { report: MonthReport }) {
  const { t } = usePreferences();
  if (report.bySignal.length === 0) {
    return <p className="nothing">{t('filing.report.noSignals')}</p>;
  }
  return (
    <table className="review-table">
      <thead>
        <tr>
          <th scope="col">{t('filing.report.signal')}</th>
          <th scope="col" className="number">{t('filing.report.confirmed')}</th>
          <th scope="col" className="number">{t('filing.report.dismissed')}</th>
          <th scope="col" className="number">{t('filing.report.precision')}</th>
          <th scope="col" className="number">{t('filing.report.interval')}</th>
          <th scope="col" className="report-range" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {report.bySignal.map((row) => (
          <tr key={row.code}>
            <td>
              <SignalName code={row.code} />
            </td>
            <td className="number">{formatCount(row.confirmed)}</td>
            <td className="number">{formatCount(row.dismissed)}</td>
            <td className="number">{formatShare(row.precision.value)}</td>
            <td className="number">
              <IntervalWords interval={row.precision} />
            </td>
            <td>
              <IntervalBar interval={row.precision} />
              {row.confirmed + row.dismissed < FEW && <span className="soft report-few">{t('filing.report.few')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function IntervalWords({ interval: { low, high } }: { interval: Interval }) {
  return low === null || high === null ? null : `${formatShare(low)} – ${formatShare(high)}`;
}

/** The interval as a band, the value as a line in it. */
function IntervalBar({ interval: { value, low, high } }: { interval: Interval }) {
  if (value === null || low === null || high === null) {
    return null;
  }
  const at = (share: number) => `${Math.round(share * 1000) / 10}%`;
  return (
    <span className="interval" aria-hidden="true">
      <span className="interval-band" style={{ left: at(low), width: at(high - low) }} />
      <span className="interval-value" style={{ left: at(value) }} />
    </span>
  );
}

function Sample({ report }: { report: MonthReport }) {
  const { t } = usePreferences();
  const { sample } = report;
  return (
    <>
      <dl className="facts facts-inline">
        <div>
          <dt>{t('filing.report.sample.drawn')}</dt>
          <dd>{formatCount(sample.drawn)}</dd>
        </div>
        <div>
          <dt>{t('filing.report.sample.reviewed')}</dt>
          <dd>{formatCount(sample.reviewed)}</dd>
        </div>
        <div>
          <dt>{t('filing.report.sample.confirmed')}</dt>
          <dd>{formatCount(sample.confirmed)}</dd>
        </div>
        {sample.missRate.value !== null && (
          <div>
            <dt>{t('filing.report.sample.missRate')}</dt>
            <dd>
              <b>{formatShare(sample.missRate.value)}</b>{' '}
              <span className="soft">
                <IntervalWords interval={sample.missRate} />
              </span>
            </dd>
          </div>
        )}
      </dl>
      {sample.reviewed === 0 && <p className="nothing">{t('filing.report.sample.none')}</p>}
    </>
  );
}

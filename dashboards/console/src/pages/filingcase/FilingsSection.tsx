import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { FilingCaseDetail } from '../../api/filingtypes';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { SignalName } from '../../components/filing/SignalName';
import { statusWord } from '../../lib/filingfields';
import { compareLink } from '../../lib/filinglinks';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';

interface FilingsSectionProps {
  row: FilingCaseDetail;
  onFiling: (applicationNumber: string) => void;
}

/** The filings of the case; any two can be compared. */
export function FilingsSection({ row, onFiling }: FilingsSectionProps) {
  const { t, language } = usePreferences();
  const navigate = useNavigate();
  const [find, setFind] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const wanted = find.trim().toLowerCase();
  const shown = row.filings.filter(({ applicationNumber, title, applicant }) => `${applicationNumber} ${title} ${applicant}`.toLowerCase().includes(wanted));
  const pick = (number: string, on: boolean) => {
    // A third choice replaces the older one.
    setPicked((old) => (on ? [...old.slice(-1), number] : old.filter((each) => each !== number)));
  };
  const [a, b] = picked;
  return (
    <Section
      title={t('filing.filings')}
      aside={
        row.filings.length > 0 && (
          <>
            <span className="soft">
              {a === undefined ? t('filing.filings.pick') : b === undefined ? t('filing.filings.picked', { number: a }) : null}
            </span>
            {a !== undefined && b !== undefined && (
              <Button size="small" type="primary" onClick={() => void navigate(compareLink(a, b, row.id))}>
                {t('filing.filings.compare')}
              </Button>
            )}
            <Input className="filings-find" size="small" allowClear value={find} placeholder={t('filing.filings.find')} aria-label={t('filing.filings.find')} onChange={(event) => { setFind(event.target.value); }} />
          </>
        )
      }
    >
      {row.filings.length === 0 && <p className="nothing">{t('filing.filings.none')}</p>}
      {row.filings.length > 0 && (
        <div className="events filings-table" tabIndex={0} aria-label={t('filing.filings')}>
          <table>
            <thead>
              <tr>
                <th scope="col" className="filings-pick" aria-label={t('filing.filings.pick')} />
                <th scope="col" className="filings-number">{t('filing.filings.number')}</th>
                <th scope="col">
                  {t('filing.filings.titleColumn')} · {t('filing.filings.applicant')}
                </th>
                <th scope="col" className="filings-time">{t('filing.filings.submitted')}</th>
                <th scope="col" className="filings-status">{t('filing.filings.status')}</th>
                <th scope="col" className="filings-signals">{t('filing.filings.signals')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((filing) => (
                <tr key={filing.applicationNumber}>
                  <td>
                    <Checkbox
                      checked={picked.includes(filing.applicationNumber)}
                      aria-label={t('filing.filings.pickOne', { number: filing.applicationNumber })}
                      onChange={(event) => { pick(filing.applicationNumber, event.target.checked); }}
                    />
                  </td>
                  <td>
                    <button type="button" className="link number-link" onClick={() => { onFiling(filing.applicationNumber); }}>
                      {filing.applicationNumber}
                    </button>
                  </td>
                  <td title={`${filing.title} · ${filing.applicant}`}>
                    <bdi>{filing.title}</bdi>
                    <div className="filings-applicant">
                      <bdi>{filing.applicant}</bdi>
                    </div>
                  </td>
                  <td><Time iso={filing.submittedAt} /></td>
                  <td><bdi>{statusWord(filing.status, language)}</bdi></td>
                  <td className="soft">
                    {filing.signals.map((code, index) => (
                      <span key={code}>
                        {index > 0 && ' · '}
                        <SignalName code={code} />
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 && <p className="nothing">{t('filing.filings.noMatch')}</p>}
        </div>
      )}
      {row.filingCount > row.filings.length && <p className="soft">{t('filing.filings.shown', { n: formatCount(row.filingCount), shown: formatCount(row.filings.length) })}</p>}
    </Section>
  );
}

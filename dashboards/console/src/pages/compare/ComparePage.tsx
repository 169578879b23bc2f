import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { fetchComparison } from '../../api/filingcases';
import { PARTS, type ComparedFiling, type Comparison } from '../../api/filingtypes';
import { Loaded } from '../../components/Panel';
import { OPEN_CASES } from '../../lib/casefilter';
import { caseLink, compareLink, filingLink } from '../../lib/filinglinks';
import { formatShare } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { PartComparison } from './PartComparison';

/** Two filings side by side; which ones, and which part, stand in the address. */
export default function ComparePage() {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const a = params.get('a') ?? '';
  const b = params.get('b') ?? '';
  const caseId = params.get('case');
  return (
    <div className="compare">
      <div className="compare-title">
        <Link to={caseId === null ? OPEN_CASES : caseLink(caseId)} className="alert-back">
          <ArrowLeftOutlined /> {caseId === null ? t('filing.back') : t('filing.compare.back')}
        </Link>
        <h1 className="page-title">{t('filing.compare')}</h1>
        <Choice key={`${a} ${b}`} a={a} b={b} caseId={caseId} />
      </div>
      {a !== '' && b !== '' && a !== b && <Compared a={a} b={b} />}
    </div>
  );
}

function Choice({ a, b, caseId }: { a: string; b: string; caseId: string | null }) {
  const { t } = usePreferences();
  const navigate = useNavigate();
  const [first, setFirst] = useState(a);
  const [second, setSecond] = useState(b);
  const same = first.trim() !== '' && first.trim() === second.trim();
  const ready = first.trim() !== '' && second.trim() !== '' && !same;
  const changed = first.trim() !== a || second.trim() !== b;
  const go = () => {
    if (ready) {
      void navigate(compareLink(first.trim(), second.trim(), caseId ?? undefined), { replace: true });
    }
  };
  return (
    <div className="compare-choice" role="group" aria-label={t('filing.compare.choose')}>
      <Input size="small" value={first} maxLength={32} placeholder={t('filing.compare.a')} aria-label={t('filing.compare.a')} onChange={(event) => { setFirst(event.target.value); }} onPressEnter={go} />
      <Input size="small" value={second} maxLength={32} placeholder={t('filing.compare.b')} aria-label={t('filing.compare.b')} onChange={(event) => { setSecond(event.target.value); }} onPressEnter={go} />
      <Button size="small" type={changed && ready ? 'primary' : 'default'} disabled={!ready || !changed} onClick={go}>
        {t('filing.compare.go')}
      </Button>
      {same && <span className="range-bad" role="alert">{t('filing.compare.same')}</span>}
    </div>
  );
}

function Compared({ a, b }: { a: string; b: string }) {
  const query = useQuery({ queryKey: keys.comparison(a, b), queryFn: ({ signal }) => fetchComparison(a, b, signal), staleTime: Infinity });
  return (
    <Loaded query={query} rows={12}>
      {(comparison) => <Parts comparison={comparison} />}
    </Loaded>
  );
}

function Parts({ comparison }: { comparison: Comparison }) {
  const { t } = usePreferences();
  const [params, setParams] = useSearchParams();
  const there = PARTS.flatMap((name) => comparison.parts.filter(({ part, a, b }) => part === name && (a !== '' || b !== '')));
  // The longest text says most: it is shown first unless the address asks for another part.
  const asked = params.get('part');
  const part = there.find((each) => each.part === asked) ?? there.toSorted((x, y) => y.a.length + y.b.length - x.a.length - x.b.length)[0];
  return (
    <>
      <div className="compare-heads">
        <Head filing={comparison.a} />
        <Head filing={comparison.b} />
      </div>
      {part === undefined ? (
        <p className="nothing">{t('filing.compare.noParts')}</p>
      ) : (
        <>
          <div className="tabs" role="tablist">
            {there.map((each) => (
              <button
                key={each.part}
                type="button"
                role="tab"
                className="tab"
                aria-selected={each === part}
                aria-current={each === part ? 'true' : undefined}
                onClick={() => {
                  setParams(
                    (old) => {
                      const next = new URLSearchParams(old);
                      next.set('part', each.part);
                      return next;
                    },
                    { replace: true },
                  );
                }}
              >
                {t(`filing.compare.part.${each.part}`)} <span className="soft">{formatShare(each.similarity)}</span>
              </button>
            ))}
          </div>
          <PartComparison key={part.part} part={part} comparison={comparison} />
        </>
      )}
    </>
  );
}

function Head({ filing }: { filing: ComparedFiling }) {
  return (
    <div className="compare-head">
      <Link to={filingLink(filing.applicationNumber)}>{filing.applicationNumber}</Link>
      <bdi className="compare-head-title">{filing.title}</bdi>
      <span className="soft">
        <bdi>{filing.applicant}</bdi> · {filing.filingDate}
      </span>
    </div>
  );
}

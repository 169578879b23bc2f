import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { fetchFiling, revealFiling } from '../../api/filingcases';
import type { FilingDocument, TextPart } from '../../api/filingtypes';
import { Failure } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { useValueWords } from '../../components/filing/useValueWords';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { casesLink } from '../../lib/casefilter';
import { fieldName, valueWords } from '../../lib/filingfields';
import { formatCount } from '../../lib/numbers';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { mayReview, useSession } from '../../state/session';

const TEXT_LIMIT = 4_000;
const TIMES: readonly string[] = ['submittedAt', 'formOpenedAt', 'signTime', 'time'];
/** Not for people: flags of the answer itself. */
const LEFT_OUT: readonly string[] = ['masked', 'revealed'];

/** A filing, personal data masked until a reviewer asks for them; each time is written down. */
export function FilingView({ applicationNumber, caseId = null }: { applicationNumber: string; caseId?: string | null }) {
  const query = useQuery({ queryKey: keys.filing(applicationNumber), queryFn: ({ signal }) => fetchFiling(applicationNumber, signal), staleTime: 60_000 });
  return (
    <Loaded query={query} rows={10}>
      {(masked) => <Masked key={applicationNumber} masked={masked} caseId={caseId} />}
    </Loaded>
  );
}

function Masked({ masked, caseId }: { masked: FilingDocument; caseId: string | null }) {
  const { t, language } = usePreferences();
  const { user } = useSession();
  // Kept here only: leaving the page hides it again, and showing it again is logged again.
  const [revealed, setRevealed] = useState<FilingDocument | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const filing = revealed ?? masked;
  const reveal = () => {
    setBusy(true);
    setFailure(null);
    revealFiling(masked.applicationNumber, caseId)
      .then(setRevealed, setFailure)
      .finally(() => {
        setBusy(false);
      });
  };
  const words = useValueWords();
  return (
    <>
      <header className="filing-head">
        <h1 className="alert-sentence">
          <bdi>{filing.title === '' ? t('filing.document', { number: filing.applicationNumber }) : filing.title}</bdi>
        </h1>
        <div className="alert-line">
          <span className="alert-number">{filing.applicationNumber}</span>
          <span>{valueWords(filing.applType, language, words)}</span>
          <Link to={casesLink({ text: filing.applicationNumber })}>{t('filing.document.cases')}</Link>
        </div>
        <div className={revealed === null ? 'masking' : 'masking masking-off'} role="status">
          {revealed === null ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          <span>{revealed === null ? t('filing.document.masked') : t('filing.document.revealed')}</span>
          {!mayReview(user) ? (
            <span className="soft">{t('filing.document.noReveal')}</span>
          ) : revealed === null ? (
            <>
              <Button size="small" loading={busy} onClick={reveal}>
                {t('filing.document.reveal')}
              </Button>
              <span className="soft">{t('filing.document.reveal.hint')}</span>
            </>
          ) : (
            <Button size="small" onClick={() => { setRevealed(null); }}>
              {t('filing.document.hide')}
            </Button>
          )}
        </div>
        {failure !== null && <Failure compact cause={failure} />}
      </header>
      <Section title={t('filing.document.facts')}>
        <dl className="facts filing-facts">
          {Object.entries(filing.fields)
            .filter(([name, value]) => !LEFT_OUT.includes(name) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
            .map(([name, value]) => (
              <div key={name}>
                <dt>{say(fieldName(name), language)}</dt>
                <dd>
                  <Fact name={name} value={value} />
                </dd>
              </div>
            ))}
        </dl>
      </Section>
      <Texts filing={filing} />
    </>
  );
}

function Fact({ name, value }: { name: string; value: unknown }) {
  const { language } = usePreferences();
  const words = useValueWords();
  if (TIMES.includes(name) && typeof value === 'string') {
    return <Time iso={value} />;
  }
  if (Array.isArray(value) && value.some((each) => typeof each === 'object')) {
    return (
      <ul className="filing-parties">
        {value.map((each: unknown, index) => (
          <li key={index}>
            <Named value={each} />
          </li>
        ))}
      </ul>
    );
  }
  return typeof value === 'object' ? <Named value={value} /> : <bdi>{valueWords(value, language, words)}</bdi>;
}

/** A party or person: the name first, the rest behind it. */
function Named({ value }: { value: unknown }) {
  const { language } = usePreferences();
  const words = useValueWords();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return <bdi>{valueWords(value, language, words)}</bdi>;
  }
  const { name, ...rest } = value as Record<string, unknown>;
  return (
    <bdi>
      {name !== undefined && <b>{valueWords(name, language, words)}</b>} <span className="soft">{valueWords(rest, language, words)}</span>
    </bdi>
  );
}

function Texts({ filing }: { filing: FilingDocument }) {
  const { t } = usePreferences();
  const [chosen, setChosen] = useState<TextPart | null>(null);
  const [limit, setLimit] = useState(TEXT_LIMIT);
  const shown = filing.texts.find(({ part }) => part === chosen) ?? filing.texts[0];
  const rest = shown === undefined ? 0 : shown.text.length - limit;
  return (
    <Section
      title={t('filing.document.texts')}
      aside={
        shown !== undefined && (
          <Segmented<TextPart>
            size="small"
            value={shown.part}
            options={filing.texts.map(({ part }) => ({ value: part, label: t(`filing.compare.part.${part}`) }))}
            onChange={(part) => {
              setChosen(part);
              setLimit(TEXT_LIMIT);
            }}
          />
        )
      }
    >
      {shown === undefined ? (
        <p className="nothing">{t('filing.document.noTexts')}</p>
      ) : (
        <>
          <p className="filing-text">{shown.text.slice(0, limit)}</p>
          {rest > 0 && (
            <p className="soft">
              {t('filing.document.rest', { n: formatCount(rest) })}
              <Button size="small" type="link" onClick={() => { setLimit(limit * 4); }}>
                {t('filing.document.showRest')}
              </Button>
            </p>
          )}
        </>
      )}
    </Section>
  );
}

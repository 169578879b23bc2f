import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { fetchCurrentSet, type SetRow } from '../../api/rulesets';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { CurrentRules } from './CurrentRules';
import { ImportButton } from './ImportButton';
import { ProposalList } from './ProposalList';
import { SetHistory } from './SetHistory';
import { mayPropose } from './rights';

const TABS = ['rules', 'proposals', 'history'] as const;

/** Which rules run, what is about to change, and what changed. */
export default function RuleSetPage() {
  const { t } = usePreferences();
  const { user } = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'rules';
  const current = useQuery({ queryKey: keys.ruleset('current'), queryFn: ({ signal }) => fetchCurrentSet(signal), refetchInterval: 10_000 });
  return (
    <div className="page ruleset-page">
      <div className="queue-title">
        <h1 className="page-title">{t('ruleset.title')}</h1>
        {current.data !== undefined && <CurrentSet set={current.data} />}
        <div className="ruleset-tools">
          {mayPropose(user) ? (
            <>
              <ImportButton />
              <Button size="small" type="primary" onClick={() => { void navigate('/rulesets/edit'); }}>
                {t('ruleset.new')}
              </Button>
            </>
          ) : (
            <span className="soft">{t('ruleset.engineersOnly')}</span>
          )}
        </div>
      </div>
      <nav className="tabs" aria-label={t('ruleset.tabs')}>
        {TABS.map((each) => (
          <Link key={each} to={`/rulesets?tab=${each}`} className="tab" aria-current={each === tab ? 'page' : undefined}>
            {t(`ruleset.tab.${each}`)}
          </Link>
        ))}
      </nav>
      {tab === 'rules' && <CurrentRules />}
      {tab === 'proposals' && <ProposalList />}
      {tab === 'history' && <SetHistory />}
    </div>
  );
}

function CurrentSet({ set }: { set: SetRow }) {
  const { t } = usePreferences();
  if (set.number === 0) {
    return <span className="page-count">{t('ruleset.current.shipped')}</span>;
  }
  return (
    <span className="page-count">
      <Link to={`/rulesets/history/${set.number}`}>{t('ruleset.current', { number: set.number })}</Link>
      {' · '}
      {t('ruleset.current.by', { author: set.author, approver: set.approver })}
      {' · '}
      <span className={set.published ? 'ruleset-good' : 'ruleset-warn'}>{set.published ? t('ruleset.published') : t('ruleset.unpublished')}</span>
    </span>
  );
}

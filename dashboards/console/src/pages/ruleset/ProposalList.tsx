import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { fetchProposals, PROPOSAL_STATES, type Proposal } from '../../api/rulesets';
import { Heads } from '../../components/Heads';
import { Loaded } from '../../components/Panel';
import { Time } from '../../components/Time';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { ProposalState } from './ProposalState';

/** Proposals by state, newest first. */
export function ProposalList() {
  const { t } = usePreferences();
  const [params] = useSearchParams();
  const state = PROPOSAL_STATES.find((each) => each === params.get('state'));
  const states = state === undefined ? [] : [state];
  const query = useQuery({
    queryKey: keys.ruleset('proposals', state ?? ''),
    queryFn: ({ signal }) => fetchProposals(states, signal),
    refetchInterval: 15_000,
  });
  return (
    <>
      <div className="state-chips">
        <Link to="/rulesets?tab=proposals" className="state-chip" aria-current={state === undefined ? 'true' : undefined}>
          {t('ruleset.state.all')}
        </Link>
        {PROPOSAL_STATES.map((each) => (
          <Link key={each} to={`/rulesets?tab=proposals&state=${each}`} className="state-chip" aria-current={state === each ? 'true' : undefined}>
            {t(`ruleset.state.${each}`)}
          </Link>
        ))}
      </div>
      <Loaded query={query} rows={8}>
        {(page) => <ProposalTable proposals={page.items} />}
      </Loaded>
    </>
  );
}

function ProposalTable({ proposals }: { proposals: Proposal[] }) {
  const { t } = usePreferences();
  if (proposals.length === 0) {
    return (
      <div className="centred empty">
        <h2>{t('ruleset.proposal.none')}</h2>
        <p>{t('ruleset.proposal.none.hint')}</p>
      </div>
    );
  }
  return (
    <section className="panel">
      <div className="grid-table ruleset-table">
        <table>
          <Heads
            of={[
              [t('ruleset.column.state'), 'column-state'],
              t('ruleset.proposal.title'),
              [t('ruleset.proposal.author'), 'column-person'],
              [t('ruleset.proposal.decided'), 'column-person'],
              [t('ruleset.proposal.set'), 'column-origin'],
              [t('ruleset.proposal.updated'), 'column-time'],
            ]}
          />
          <tbody>
            {proposals.map((proposal) => (
              <tr key={proposal.id}>
                <td>
                  <ProposalState state={proposal.state} />
                </td>
                <td className="rule-title">
                  <Link to={`/rulesets/proposals/${proposal.id}`}>
                    <bdi>{proposal.title}</bdi>
                  </Link>{' '}
                  <span className="soft">{t('ruleset.proposal.number', { id: proposal.id })}</span>
                </td>
                <td>{proposal.author}</td>
                <td>{proposal.decidedBy ?? ''}</td>
                <td>
                  {proposal.setNumber !== null && (
                    <Link to={`/rulesets/history/${proposal.setNumber}`}>{t('ruleset.history.set', { number: proposal.setNumber })}</Link>
                  )}
                </td>
                <td>
                  <Time iso={proposal.updatedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { actOnProposal, fetchChange, fetchProposal, type ChangeRow, type ProposalAct, type ProposalDetail } from '../../api/rulesets';
import { Failure } from '../../components/Failure';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { DecisionDialog } from './DecisionDialog';
import { DifferenceView } from './DiffView';
import { DryRunPanel } from './DryRunPanel';
import { ProposalState } from './ProposalState';
import { mayDecide, mayPropose } from './rights';

/** One proposal: what it changes, what it would find, and the consent. */
export default function ProposalPage() {
  const { t } = usePreferences();
  const id = useParams().id ?? '';
  const query = useQuery({ queryKey: keys.ruleset('proposal', id), queryFn: ({ signal }) => fetchProposal(id, signal) });
  return (
    <div className="page ruleset-page">
      <Link to="/rulesets?tab=proposals">{t('ruleset.tab.proposals')}</Link>
      <Loaded query={query} rows={10}>
        {(detail) => <Detail key={`${detail.proposal.id}-${detail.proposal.revision}`} detail={detail} />}
      </Loaded>
    </div>
  );
}

function Detail({ detail }: { detail: ProposalDetail }) {
  const { t } = usePreferences();
  const { proposal, changes, trail } = detail;
  return (
    <>
      <div className="queue-title">
        <h1 className="page-title">
          <bdi>{proposal.title}</bdi>
        </h1>
        <ProposalState state={proposal.state} />
        <span className="page-count">
          {t('ruleset.proposal.number', { id: proposal.id })} · {proposal.author} · {t('ruleset.proposal.base', { number: proposal.base })}
          {proposal.rollbackTo !== null && ` · ${t('ruleset.proposal.rollback', { number: proposal.rollbackTo })}`}
        </span>
        <Acts detail={detail} />
      </div>
      {proposal.note !== '' && <p className="proposal-note">{proposal.note}</p>}
      {proposal.decision !== '' && (
        <p className="proposal-note">
          {proposal.decidedBy}: {proposal.decision}
        </p>
      )}
      <div className="ruleset-columns">
        <div>
          <Section title={t('ruleset.proposal.changes')}>
            {changes.map((change) => (
              <Change key={change.position} proposal={proposal.id} change={change} open={changes.length === 1} />
            ))}
          </Section>
        </div>
        <div>
          <DryRunPanel what={{ proposal: proposal.id }} />
          <Section title={t('ruleset.proposal.trail')}>
            <ol className="rule-trail">
              {trail.map((entry, at) => (
                <li key={at}>
                  <Time iso={entry.at} /> <strong>{entry.actor}</strong> {t(`ruleset.action.${entry.action}`)}
                  {entry.note !== '' && <div className="soft">{entry.note}</div>}
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </div>
    </>
  );
}

function Change({ proposal, change, open }: { proposal: string; change: ChangeRow; open: boolean }) {
  const { t, language } = usePreferences();
  const [shown, setShown] = useState(open);
  const query = useQuery({
    queryKey: keys.ruleset('proposal', proposal, 'change', change.position),
    queryFn: ({ signal }) => fetchChange(proposal, change.position, signal),
    enabled: shown,
  });
  return (
    <article className="change">
      <h3>
        <span className={`kind kind-${change.kind}`}>{t(`ruleset.kind.${change.kind}`)}</span> <bdi>{say(change.title, language)}</bdi>{' '}
        {change.path !== '' && <code className="soft">{change.path}</code>}
        <Button size="small" type="text" aria-expanded={shown} onClick={() => { setShown(!shown); }}>
          {shown ? t('ruleset.diff.hide') : t('ruleset.diff.show')}
        </Button>
      </h3>
      {change.reasons.map((reason) => (
        <p key={reason} className="fault-text">
          {reason}
        </p>
      ))}
      {shown && <Loaded query={query}>{(difference) => <DifferenceView difference={difference} />}</Loaded>}
    </article>
  );
}

function Acts({ detail }: { detail: ProposalDetail }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const { message, notification } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<'approve' | 'reject' | null>(null);
  const { proposal } = detail;
  const own = proposal.author === user.name && mayPropose(user);
  const open = proposal.state === 'draft' || proposal.state === 'proposed';

  const act = async (wanted: ProposalAct) => {
    setBusy(true);
    try {
      const after = await actOnProposal(proposal.id, wanted);
      const done = { number: after.proposal.setNumber ?? '' };
      void message.success(wanted.type === 'approve' ? t('ruleset.act.done.approve', done) : t(`ruleset.act.done.${wanted.type}`));
      setAsked(null);
    } catch (cause) {
      notification.error({ title: t('ruleset.proposal.number', { id: proposal.id }), description: <Failure compact cause={cause} />, duration: 12 });
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: keys.rulesets });
    }
  };
  return (
    <div className="ruleset-tools">
      {own && open && (
        <>
          {detail.changes.length === 1 && detail.changes[0]?.kind === 'put' && (
            <Button size="small" onClick={() => { void navigate(`/rulesets/edit?proposal=${proposal.id}`); }}>
              {t('ruleset.act.edit')}
            </Button>
          )}
          <Button size="small" disabled={busy} onClick={() => void act({ type: 'withdraw' })}>
            {t('ruleset.act.withdraw')}
          </Button>
        </>
      )}
      {own && proposal.state === 'draft' && (
        <Button size="small" type="primary" loading={busy} onClick={() => void act({ type: 'propose' })}>
          {t('ruleset.act.propose')}
        </Button>
      )}
      {own && proposal.state === 'proposed' && <span className="soft">{t('ruleset.proposal.own')}</span>}
      {proposal.state === 'proposed' && mayDecide(user, proposal.author) && (
        <>
          <Button size="small" disabled={busy} onClick={() => { setAsked('reject'); }}>
            {t('ruleset.act.reject')}
          </Button>
          <Button size="small" type="primary" disabled={busy} onClick={() => { setAsked('approve'); }}>
            {t('ruleset.act.approve')}
          </Button>
        </>
      )}
      {asked !== null && (
        <DecisionDialog
          type={asked}
          id={proposal.id}
          busy={busy}
          onCancel={() => { setAsked(null); }}
          onDecide={(note) => void act({ type: asked, revision: proposal.revision, note })}
        />
      )}
    </div>
  );
}

import { App, Button } from 'antd';
import type { FilingCaseDetail } from '../../api/filingtypes';
import { Failure } from '../../components/Failure';
import { CaseStateLabel, DueDays, KindTag, ScoreBar, SubjectName, TierLabel } from '../../components/filing/CaseWords';
import { Time } from '../../components/Time';
import { say } from '../../i18n/translate';
import { formatCount } from '../../lib/numbers';
import { usePreferences } from '../../state/preferences';
import { mayReview, useSession } from '../../state/session';
import { useNow } from '../../state/time';
import { useCaseActs } from './useCase';

/** The case as a sentence. */
export function CaseHeading({ row, compact = false }: { row: FilingCaseDetail; compact?: boolean }) {
  const { t, language } = usePreferences();
  const sentences = row.indications.toSorted((a, b) => b.score - a.score).map(({ explanation }) => say(explanation, language)).filter((sentence) => sentence !== '');
  const [first = row.origin === 'sample' ? t('filing.sentence.sample', { name: row.subject.name }) : t('filing.sentence.none', { name: row.subject.name }), ...others] = [...new Set(sentences)];
  return (
    <header className={compact ? 'alert-head alert-head-compact' : 'alert-head'}>
      <div className="alert-line">
        <TierLabel tier={row.tier} />
        <CaseStateLabel state={row.state} />
        {!compact && <span className="alert-number">{row.number}</span>}
        <span>{t(`filing.register.${row.register}`)}</span>
        <SubjectName subject={row.subject} />
        <Due dueAt={row.dueAt} />
      </div>
      <h1 className="alert-sentence">
        <bdi>{first}</bdi>
      </h1>
      {others.map((sentence) => (
        <p key={sentence} className="case-also">
          <bdi>{sentence}</bdi>
        </p>
      ))}
      <div className="alert-line">
        {row.kinds.length > 0 && (
          <span className="kind-tags kind-tags-long">
            {row.kinds.map((kind) => {
              const name = row.indications.find((indication) => indication.kind === kind)?.kindName;
              return <KindTag key={kind} code={kind} long {...(name === undefined ? {} : { name })} />;
            })}
          </span>
        )}
        {row.score !== null && <ScoreBar score={row.score} />}
        <span>{t('filing.counts.filings', { n: formatCount(row.filingCount) })}</span>
        {row.memberCount > 0 && <span>{t('filing.counts.members', { n: formatCount(row.memberCount) })}</span>}
        <span>
          {t('filing.opened')} <Time iso={row.openedAt} />
        </span>
        {!compact && row.lastSignalAt !== null && (
          <span>
            {t('filing.lastSignal')} <Time iso={row.lastSignalAt} />
          </span>
        )}
        <AssigneeLine row={row} />
      </div>
    </header>
  );
}

/** Until when the applicant may reply. */
function Due({ dueAt }: { dueAt: string | null }) {
  const { t } = usePreferences();
  const now = useNow(60_000);
  if (dueAt === null) {
    return null;
  }
  return (
    <span>
      {t('filing.due')} <Time iso={dueAt} /> <DueDays dueAt={dueAt} now={now} />
    </span>
  );
}

function AssigneeLine({ row }: { row: FilingCaseDetail }) {
  const { t } = usePreferences();
  const { user } = useSession();
  const { notification } = App.useApp();
  const acts = useCaseActs(row);
  const assign = (username: string | null) => {
    acts.assign(username).catch((cause: unknown) => {
      notification.error({ title: row.number, description: <Failure compact cause={cause} />, duration: 8 });
    });
  };
  const mine = row.assignee?.username === user.name;
  return (
    <span className="case-assignee">
      {t('filing.column.assignee')} <bdi>{row.assignee?.name ?? t('filing.assignee.none')}</bdi>
      {mayReview(user) && (
        <Button size="small" type="link" onClick={() => { assign(mine ? null : user.name); }}>
          {mine ? t('filing.assignee.drop') : t('filing.assignee.take')}
        </Button>
      )}
    </span>
  );
}

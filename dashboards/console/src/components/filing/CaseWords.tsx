import { BankOutlined, LinkOutlined, SolutionOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CaseState, Subject, SubjectType, Tier } from '../../api/filingtypes';
import type { Bilingual, Severity } from '../../api/types';
import { say } from '../../i18n/translate';
import { daysLeft } from '../../lib/casestates';
import { kindName } from '../../lib/kinds';
import { ABSENT } from '../../lib/time';
import { usePreferences } from '../../state/preferences';
import { SeverityShape } from '../Severity';

/** Tiers borrow the shapes and colours of severities, so that a shape means the same everywhere. */
const SHAPES: Record<Tier, Severity> = { hint: 'informational', warning: 'high', 'high-risk': 'critical' };

/** How pressing an indication is; a sample has no tier. */
export function TierLabel({ tier }: { tier: Tier | null }) {
  const { t } = usePreferences();
  if (tier === null) {
    return (
      <span className="tier-sample" title={t('filing.tier.sample.hint')}>
        {t('filing.tier.sample')}
      </span>
    );
  }
  return (
    <span className={`severity severity-${SHAPES[tier]}`}>
      <SeverityShape severity={SHAPES[tier]} />
      {t(`filing.tier.${tier}`)}
    </span>
  );
}

export function CaseStateLabel({ state }: { state: CaseState }) {
  const { t } = usePreferences();
  return (
    <span className={`case-state case-${state}`} title={t(`filing.state.${state}.hint`)}>
      {t(`filing.state.${state}`)}
    </span>
  );
}

const ICONS: Record<SubjectType, ReactNode> = {
  group: <LinkOutlined />,
  applicant: <TeamOutlined />,
  agency: <BankOutlined />,
  agent: <SolutionOutlined />,
  account: <UserOutlined />,
};

/** Who a case is about, and what that is; in a narrow place as a picture with its word on hover. */
export function SubjectName({ subject, compact = false }: { subject: Subject; compact?: boolean }) {
  const { t } = usePreferences();
  const type = t(`filing.subject.${subject.type}`);
  return (
    <span className="subject" title={`${type} · ${subject.name}`}>
      <span className="subject-type" role="img" aria-label={type}>
        {ICONS[subject.type]} {compact ? null : type}
      </span>
      <bdi className="subject-name">{subject.name}</bdi>
    </span>
  );
}

/** A kind by its code; its name on hover, or beside it where there is room. */
export function KindTag({ code, name, long = false }: { code: string; name?: Bilingual; long?: boolean }) {
  const { language } = usePreferences();
  const words = say(name === undefined || name.zh === '' ? kindName(code) : name, language);
  return (
    <span className="kind-tag" title={`${code} ${words}`}>
      <b>{code}</b>
      {long && <span>{words}</span>}
    </span>
  );
}

/** A score from 0 to 1 as a bar with its figure. */
export function ScoreBar({ score }: { score: number | null }) {
  if (score === null) {
    return <span className="absent">{ABSENT}</span>;
  }
  const part = Math.min(1, Math.max(0, score));
  return (
    <span className="score">
      <span className="score-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(part * 100)}%` }} />
      </span>
      <span className="score-figure">{part.toFixed(2)}</span>
    </span>
  );
}

/** How long the applicant still has, in whole days; nothing without a term. */
export function DueDays({ dueAt, now }: { dueAt: string | null; now: number }) {
  const { t } = usePreferences();
  const left = daysLeft(dueAt, now);
  if (left === null) {
    return null;
  }
  const words = left < 0 ? t('filing.due.over', { n: -left }) : left === 0 ? t('filing.due.today') : t('filing.due.left', { n: left });
  return <span className={left < 0 ? 'due-over' : 'due'}>{words}</span>;
}

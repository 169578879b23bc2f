import type { ReactNode } from 'react';
import { DECLARED, type PlanStep, type PlanVersion } from '../../api/recoverytypes';
import { plannedMinutes } from '../../lib/recoveryplan';
import { usePreferences } from '../../state/preferences';
import { Copy } from '../Copy';
import { Time } from '../Time';
import { PlanRoles } from './PlanRoles';
import { useMinutes } from './useMinutes';

/** A version of a plan, as it was written. */
export function PlanView({ version: { version, plan, sm3, note, by, madeAt } }: { version: PlanVersion }) {
  const { t } = usePreferences();
  const minutes = useMinutes();
  return (
    <div className="plan">
      <h3 className="plan-title">
        <bdi>{plan.title}</bdi>
        <span className="soft">
          {t('recovery.version', { n: version })} · {t('plan.madeBy', { who: by })} · <Time iso={madeAt} />
        </span>
      </h3>
      {note !== '' && (
        <p className="soft">
          <bdi>{note}</bdi>
        </p>
      )}
      <dl className="plan-aims">
        <Aim name={t('plan.level')}>{t('recovery.levelOf', { n: plan.level })}</Aim>
        <Aim name={t('plan.rto')}>{minutes(plan.rtoMinutes)}</Aim>
        <Aim name={t('plan.rpo')}>{minutes(plan.rpoMinutes)}</Aim>
        <Aim name={t('plan.every')}>{t('plan.everyDays', { n: plan.exerciseEveryDays })}</Aim>
      </dl>
      <h3 className="cell-part">
        {t('plan.steps')} <span className="soft">{t('plan.steps.sum', { n: plan.steps.length, time: minutes(plannedMinutes(plan.steps)) })}</span>
      </h3>
      <PlanSteps steps={plan.steps} />
      <h3 className="cell-part">
        {t('plan.rollback')} <span className="soft">{t('plan.rollback.hint')}</span>
      </h3>
      {plan.rollback.length === 0 ? <p className="nothing">{t('plan.rollback.none')}</p> : <PlanSteps steps={plan.rollback} />}
      <div className="plan-foot">
        <section>
          <h3 className="cell-part">{t('plan.roles')}</h3>
          {plan.roles.length === 0 ? (
            <p className="nothing">{t('plan.roles.none')}</p>
          ) : (
            <PlanRoles roles={plan.roles} />
          )}
        </section>
        <section>
          <h3 className="cell-part">{t('plan.declared')}</h3>
          <dl className="facts plan-declared">
            {DECLARED.map((name) => (
              <div key={name}>
                <dt>{t(`plan.declared.${name}`)}</dt>
                <dd>{t(`plan.declared.${rank(plan.declared[name])}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className="plan-hash soft">
        {t('plan.sm3')} <code>{sm3}</code> <Copy text={sm3} />
      </p>
    </div>
  );
}

export const RANKS = [0, 1, 2, 3] as const;

function rank(value: number): (typeof RANKS)[number] {
  return RANKS.find((each) => each === value) ?? 0;
}

function Aim({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PlanSteps({ steps }: { steps: readonly PlanStep[] }) {
  const { t } = usePreferences();
  const minutes = useMinutes();
  return (
    <ol className="plan-steps">
      {steps.map((step, index) => (
        <li key={index}>
          <span className="plan-step-number">{index + 1}</span>
          <span className="plan-step-what">
            <b>
              <bdi>{step.title}</bdi>
            </b>
            <StepMarks step={step} />
            {step.detail !== '' && (
              <span className="plan-step-detail">
                <bdi>{step.detail}</bdi>
              </span>
            )}
          </span>
          <span className="soft">
            <bdi>{step.responsible}</bdi>
          </span>
          <span className="number" title={t('plan.step.minutes')}>
            {minutes(step.minutes)}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What is special about a step: the platform looks, or the service is back. */
export function StepMarks({ step }: { step: Pick<PlanStep, 'check' | 'service'> }) {
  const { t } = usePreferences();
  return (
    <>
      {step.service && (
        <span className="copy-mark copy-mark-on" title={t('plan.step.service.hint')}>
          {t('plan.step.service')}
        </span>
      )}
      {step.check !== 'none' && (
        <span className="copy-mark" title={t('plan.step.check')}>
          {t('plan.step.check')} · {t(`plan.check.${step.check}`)}
        </span>
      )}
    </>
  );
}


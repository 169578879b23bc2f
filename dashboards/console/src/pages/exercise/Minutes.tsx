import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { exerciseReport } from '../../api/recovery';
import { EXERCISE_FORMS, REPORT_LANGUAGES, type ExerciseRecord, type SealedExercise } from '../../api/recoverytypes';
import { Copy } from '../../components/Copy';
import { ElementsTable } from '../../components/recovery/ElementsTable';
import { useLevelWords } from '../../components/recovery/Levels';
import { Section } from '../../components/Section';
import { Time } from '../../components/Time';
import type { Language } from '../../i18n/language';
import { say } from '../../i18n/translate';
import { verdictOf } from '../../lib/exercise';
import { formatDuration } from '../../lib/time';
import { usePreferences } from '../../state/preferences';

/** What an exercise came to, as it was signed, and what can be downloaded. */
export function Minutes({ sealed }: { sealed: SealedExercise }) {
  const { t } = usePreferences();
  const { record } = sealed;
  const verdict = verdictOf(record);
  return (
    <>
      <Section title={t('exercise.result')}>
        {verdict !== 'running' && <p className={`exercise-result exercise-result-${verdict}`}>{t(`exercise.result.${verdict}`)}</p>}
        <dl className="facts minutes-facts">
          <Measured name={t('exercise.rto')} value={record.rto} bound={record.rtoBound} />
          <Measured name={t('exercise.rpo')} value={record.rpo} bound={record.rpoBound} />
        </dl>
        <Faults record={record} />
        <Words title={t(record.state === 'aborted' ? 'exercise.reason' : 'exercise.summary')}>{record.words}</Words>
        <Words title={t('exercise.scenario')}>{record.scenario}</Words>
        <Findings findings={record.findings} />
      </Section>
      <Section title={t('exercise.report')}>
        <Downloads id={record.id} />
      </Section>
      <Section title={t('exercise.sealed')}>
        <p className={sealed.intact ? 'evidence-intact' : 'evidence-broken'}>{t(sealed.intact ? 'exercise.sealed.intact' : 'exercise.sealed.broken')}</p>
        <dl className="facts">
          <div>
            <dt>{t('exercise.sealed.at')}</dt>
            <dd>
              <Time iso={sealed.signedAt} /> · <bdi>{record.endedBy}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('exercise.sealed.key')}</dt>
            <dd className="hash">
              <code>{sealed.key}</code>
            </dd>
          </div>
          <div>
            <dt>{t('plan.sm3')}</dt>
            <dd className="hash">
              <code>{record.planSm3}</code> <Copy text={record.planSm3} />
            </dd>
          </div>
        </dl>
      </Section>
    </>
  );
}

function Measured({ name, value, bound }: { name: string; value: number | null; bound: number | null }) {
  const { t, language } = usePreferences();
  const over = value === null || (bound !== null && value > bound);
  // Nothing lost is nothing, not a millisecond.
  const said = (millis: number) => (millis === 0 ? '0' : formatDuration(millis, language));
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b className={over ? 'over' : 'proof-good'}>{value === null ? t('exercise.unmeasured') : said(value)}</b>{' '}
        {bound !== null && <span className="soft">{t('exercise.bound', { bound: said(bound) })}</span>}
      </dd>
    </div>
  );
}

function Faults({ record: { faults } }: { record: ExerciseRecord }) {
  const { t, language } = usePreferences();
  if (faults.length === 0) {
    return null;
  }
  return (
    <div className="faults exercise-faults">
      <b>{t('exercise.faults')}</b>
      <ul>
        {faults.map((fault, index) => (
          <li key={index}>
            <bdi>{say(fault, language)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return children === '' ? null : (
    <>
      <h3 className="cell-part">{title}</h3>
      <p className="exercise-words">
        <bdi>{children}</bdi>
      </p>
    </>
  );
}

function Findings({ findings }: { findings: readonly string[] }) {
  const { t } = usePreferences();
  return (
    <>
      <h3 className="cell-part">{t('exercise.findings')}</h3>
      {findings.length === 0 ? (
        <p className="nothing">{t('exercise.findings.none')}</p>
      ) : (
        <ul className="findings">
          {findings.map((finding, index) => (
            <li key={index}>
              <bdi>{finding}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The signed bytes have no language; a report has one. */
function Downloads({ id }: { id: string }) {
  const { t, language } = usePreferences();
  const [chosen, setChosen] = useState<Language>(language);
  return (
    <div className="exercise-downloads">
      <label className="exercise-language">
        <span className="soft">{t('exercise.report.language')}</span>
        <Select size="small" value={chosen} onChange={setChosen} options={REPORT_LANGUAGES.map((value) => ({ value, label: t(`exercise.report.${value}`) }))} />
      </label>
      {EXERCISE_FORMS.map((form) => (
        <a key={form} href={exerciseReport(id, form, chosen)} download>
          {t(`exercise.form.${form}`)}
        </a>
      ))}
    </div>
  );
}

/** The level as it was when the exercise ended. */
export function Reached({ record: { reached } }: { record: ExerciseRecord }) {
  const { t } = usePreferences();
  const words = useLevelWords();
  if (reached === null) {
    return null;
  }
  return (
    <Section title={t('exercise.reached')} aside={<b>{words(reached.level)}</b>}>
      <ElementsTable level={reached} aimed={null} />
    </Section>
  );
}

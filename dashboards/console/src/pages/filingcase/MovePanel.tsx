import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { CaseState, FilingCaseDetail } from '../../api/filingtypes';
import { Failure } from '../../components/Failure';
import { Section } from '../../components/Section';
import { CaseStateLabel, KindTag } from '../../components/filing/CaseWords';
import { NoteField } from '../../components/filing/NoteField';
import { moveFaults, toMove, type MoveDraft } from '../../lib/casemove';
import { DEFAULT_REPLY_DAYS, isClosed, MOST_REPLY_DAYS } from '../../lib/casestates';
import { usePreferences } from '../../state/preferences';
import { mayReview, useSession } from '../../state/session';
import { useCaseActs } from './useCase';

/** What can be done next, with all that the step wants to know. */
export function MovePanel({ row }: { row: FilingCaseDetail }) {
  const { t } = usePreferences();
  const { user } = useSession();
  return (
    <Section title={t('filing.move')}>
      <OutcomesSoFar row={row} />
      {!mayReview(user) ? (
        <p className="read-only">{t('filing.readOnly')}</p>
      ) : row.allowed.length === 0 ? (
        <>
          <p>{isClosed(row.state) ? t('filing.move.none') : t('filing.move.nothing')}</p>
          <MoveForm key={row.state} row={row} />
        </>
      ) : (
        <MoveForm key={row.state} row={row} />
      )}
    </Section>
  );
}

/** Starts anew in each state. */
function MoveForm({ row }: { row: FilingCaseDetail }) {
  const { t } = usePreferences();
  const acts = useCaseActs(row);
  const [draft, setDraft] = useState<MoveDraft>({ to: null, note: '', replyDays: DEFAULT_REPLY_DAYS, outcomes: {} });
  const [tried, setTried] = useState<'move' | 'note' | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const faults = moveFaults(draft, row.kinds);
  const set = (part: Partial<MoveDraft>) => {
    setDraft((old) => ({ ...old, ...part }));
  };
  const run = (act: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    act()
      .then(() => {
        setDraft({ to: null, note: '', replyDays: DEFAULT_REPLY_DAYS, outcomes: {} });
        setTried(null);
      })
      .catch(setFailure)
      .finally(() => {
        setBusy(false);
      });
  };
  const send = () => {
    setTried('move');
    const move = toMove(draft, row.kinds);
    if (move !== null && !busy) {
      run(() => acts.move(move));
    }
  };
  const noteOnly = () => {
    setTried('note');
    if (draft.note.trim() !== '' && !busy) {
      run(() => acts.note(draft.note.trim()));
    }
  };
  return (
    <div className="move">
      {row.allowed.length > 0 && (
        <Radio.Group
          className="move-to"
          aria-label={t('filing.move.choose')}
          value={draft.to}
          onChange={(event) => { set({ to: event.target.value as CaseState }); }}
        >
          {row.allowed.map((state) => (
            <Radio key={state} value={state}>
              {t(`filing.move.${state}`)}
              {t(`filing.move.${state}`) !== t(`filing.state.${state}`) && (
                <span className="soft">
                  {' → '}
                  <CaseStateLabel state={state} />
                </span>
              )}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {tried === 'move' && faults.includes('to') && row.allowed.length > 0 && <div className="range-bad" role="alert">{t('filing.move.choose')}</div>}
      {draft.to === 'notified' && (
        <label className="move-days">
          {t('filing.move.replyDays')}
          <InputNumber min={1} max={MOST_REPLY_DAYS} precision={0} value={draft.replyDays} onChange={(replyDays) => { set({ replyDays }); }} />
          {faults.includes('replyDays') && <span className="range-bad" role="alert">{t('filing.move.replyDays.bad', { most: MOST_REPLY_DAYS })}</span>}
        </label>
      )}
      {draft.to === 'confirmed' && row.kinds.length > 0 && <Outcomes row={row} draft={draft} onChange={(outcomes) => { set({ outcomes }); }} />}
      {tried === 'move' && faults.includes('outcomes') && <div className="range-bad" role="alert">{t('filing.move.outcomes.missing')}</div>}
      {faults.includes('noneConfirmed') && <div className="range-bad" role="alert">{t('filing.move.outcomes.oneConfirmed')}</div>}
      <NoteField note={draft.note} missing={tried !== null && draft.note.trim() === ''} onNote={(note) => { set({ note }); }} onSend={row.allowed.length > 0 ? send : noteOnly} />
      {failure !== null && <Failure compact cause={failure} />}
      <div className="move-buttons">
        {row.allowed.length > 0 && (
          <Button type="primary" loading={busy} onClick={send}>
            {draft.to === null ? t('filing.move.choose') : t('filing.move.submit', { state: t(`filing.state.${draft.to}`) })}
          </Button>
        )}
        <Button disabled={busy} onClick={noteOnly}>
          {t('filing.move.noteOnly')}
        </Button>
      </div>
    </div>
  );
}

function Outcomes({ row, draft, onChange }: { row: FilingCaseDetail; draft: MoveDraft; onChange: (outcomes: Record<string, boolean>) => void }) {
  const { t } = usePreferences();
  return (
    <div className="move-outcomes" role="group" aria-label={t('filing.move.outcomes')}>
      <span className="soft">{t('filing.move.outcomes')}</span>
      {row.kinds.map((kind) => (
        <div key={kind} className="move-outcome">
          <KindTag code={kind} long />
          <Radio.Group
            size="small"
            optionType="button"
            aria-label={kind}
            value={draft.outcomes[kind] ?? null}
            options={[
              { value: true, label: t('filing.move.outcome.confirmed') },
              { value: false, label: t('filing.move.outcome.dismissed') },
            ]}
            onChange={(event) => { onChange({ ...draft.outcomes, [kind]: event.target.value === true }); }}
          />
        </div>
      ))}
    </div>
  );
}

function OutcomesSoFar({ row }: { row: FilingCaseDetail }) {
  const { t } = usePreferences();
  if (row.outcomes.length === 0) {
    return null;
  }
  return (
    <ul className="outcomes" aria-label={t('filing.move.outcomesSoFar')}>
      {row.outcomes.map((outcome, index) => (
        <li key={index}>
          <KindTag code={outcome.kind} long /> <b>{outcome.confirmed ? t('filing.move.outcome.confirmed') : t('filing.move.outcome.dismissed')}</b>{' '}
          <bdi className="soft">{outcome.by}</bdi>
        </li>
      ))}
    </ul>
  );
}

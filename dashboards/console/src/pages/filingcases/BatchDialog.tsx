import { App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { moveCases } from '../../api/filingcases';
import type { BatchAnswer, CaseState, FilingCase } from '../../api/filingtypes';
import { Failure } from '../../components/Failure';
import { CaseStateLabel } from '../../components/filing/CaseWords';
import { NoteField } from '../../components/filing/NoteField';
import { batchTargets, NEXT_STATES } from '../../lib/casestates';
import { usePreferences } from '../../state/preferences';

interface BatchDialogProps {
  rows: readonly FilingCase[];
  onCancel: () => void;
  /** Some may be left as they were: `refused` says why. */
  onDone: (answer: BatchAnswer) => void;
}

/** One step for several cases, with one note for all of them. */
export function BatchDialog({ rows, onCancel, onDone }: BatchDialogProps) {
  const { t } = usePreferences();
  const { message } = App.useApp();
  const targets = batchTargets(rows);
  const [to, setTo] = useState<CaseState | null>(targets[0]?.state ?? null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [answer, setAnswer] = useState<BatchAnswer | null>(null);
  const chosen = targets.find(({ state }) => state === to);

  const send = () => {
    setTried(true);
    if (to === null || note.trim() === '' || busy) {
      return;
    }
    setBusy(true);
    setFailure(null);
    moveCases(rows.map(({ id }) => id), to, note.trim()).then(
      (result) => {
        setBusy(false);
        void message.success(t('filing.batch.done', { n: result.moved.length, state: t(`filing.state.${to}`) }));
        if (result.refused.length === 0) {
          onDone(result);
        } else {
          setAnswer(result);
        }
      },
      (cause: unknown) => {
        setBusy(false);
        setFailure(cause);
      },
    );
  };

  if (answer !== null) {
    const close = () => {
      onDone(answer);
    };
    return (
      <Modal open title={t('filing.batch.refused', { n: answer.refused.length })} onCancel={close} onOk={close} cancelButtonProps={{ style: { display: 'none' } }}>
        <ul className="refusals">
          {answer.refused.map(({ id, reason }) => {
            const row = rows.find((each) => each.id === id);
            // Why, in the reader's language where it is the state; else as the service says it.
            const known = row !== undefined && to !== null && !NEXT_STATES[row.state].includes(to);
            return (
              <li key={id}>
                <b>{row?.number ?? id}</b> <bdi>{known ? t('filing.batch.notAllowed', { state: t(`filing.state.${row.state}`) }) : reason}</bdi>
              </li>
            );
          })}
        </ul>
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t('filing.batch.title', { n: rows.length })}
      okText={t('filing.batch')}
      okButtonProps={{ disabled: to === null }}
      cancelText={t('filing.cancel')}
      confirmLoading={busy}
      onOk={send}
      onCancel={onCancel}
    >
      {to === null ? (
        <p>{t('filing.batch.none')}</p>
      ) : (
        <div className="batch">
          <div className="batch-to" role="group" aria-label={t('filing.batch.to')}>
            <span className="soft">{t('filing.batch.to')}</span>
            <Radio.Group
              value={to}
              onChange={(event) => {
                setTo(event.target.value as CaseState);
              }}
            >
              {targets.map(({ state }) => (
                <Radio key={state} value={state}>
                  <CaseStateLabel state={state} />
                </Radio>
              ))}
            </Radio.Group>
          </div>
          {chosen !== undefined && chosen.count < rows.length && <p className="batch-partial">{t('filing.batch.applies', { n: chosen.count, all: rows.length })}</p>}
          <p className="soft">{t('filing.batch.noConfirm')}</p>
          <NoteField note={note} missing={tried && note.trim() === ''} onNote={setNote} onSend={send} />
          {failure !== null && <Failure compact cause={failure} />}
        </div>
      )}
    </Modal>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { actOnAlert, type AlertAct } from '../../api/alerts';
import { Problem } from '../../api/http';
import type { AlertRow } from '../../api/types';
import { Failure } from '../../components/Failure';
import { keys } from '../../state/keys';
import { useLive } from '../../state/live';
import { usePreferences } from '../../state/preferences';

export interface AlertActs {
  acknowledge: (row: AlertRow) => void;
  askClose: (row: AlertRow) => void;
  askNote: (row: AlertRow) => void;
  /** Stands somewhere on the page that acts. */
  dialog: ReactNode;
}

type Asked = { type: 'close' | 'note'; row: AlertRow } | null;

const NOTE_LIMIT = 4_000;

/** Taking, closing and noting, with what follows from the answer. */
export function useAlertActs(): AlertActs {
  const { t } = usePreferences();
  const { announce } = useLive();
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);

  const done = (row: AlertRow, act: AlertAct) => {
    const number = row.number;
    switch (act.type) {
      case 'acknowledge':
        return message.success(t('alert.acknowledged.done', { number }));
      case 'close':
        return message.success(t('alert.closed.done', { number }));
      case 'note':
        return message.success(t('alert.noted.done', { number }));
    }
  };
  const act = async (row: AlertRow, wanted: AlertAct) => {
    try {
      const changed = await actOnAlert(row.id, wanted);
      announce([changed]);
      void done(changed, wanted);
    } catch (cause) {
      notification.error({ title: row.number, description: <Failure compact cause={cause} />, duration: 8 });
      if (!(cause instanceof Problem && cause.status === 409)) {
        throw cause;
      }
    } finally {
      void queries.invalidateQueries({ queryKey: keys.alert(row.id) });
    }
  };

  return {
    acknowledge: (row) => {
      if (row.state === 'firing') {
        act(row, { type: 'acknowledge', note: '' }).catch(() => undefined);
      }
    },
    askClose: (row) => {
      if (row.state !== 'closed') {
        setAsked({ type: 'close', row });
      }
    },
    askNote: (row) => {
      setAsked({ type: 'note', row });
    },
    dialog: asked !== null && (
      <NoteDialog
        asked={asked}
        onCancel={() => {
          setAsked(null);
        }}
        onNote={async (note) => {
          await act(asked.row, { type: asked.type, note });
          setAsked(null);
        }}
      />
    ),
  };
}

interface NoteDialogProps {
  asked: NonNullable<Asked>;
  onCancel: () => void;
  onNote: (note: string) => Promise<void>;
}

function NoteDialog({ asked, onCancel, onNote }: NoteDialogProps) {
  const { t } = usePreferences();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const closing = asked.type === 'close';
  const number = asked.row.number;
  const label = closing ? t('alert.close.note') : t('alert.note.text');
  const missing = tried && note.trim() === '';
  const send = () => {
    setTried(true);
    if (note.trim() === '' || busy) {
      return;
    }
    setBusy(true);
    onNote(note.trim()).catch(() => {
      setBusy(false);
    });
  };
  return (
    <Modal
      open
      title={closing ? t('alert.close.title', { number }) : t('alert.note.title', { number })}
      okText={closing ? t('alert.close') : t('alert.note')}
      cancelText={t('alert.cancel')}
      confirmLoading={busy}
      onOk={send}
      onCancel={onCancel}
    >
      <label className="note">
        {label}
        <Input.TextArea
          autoFocus
          rows={4}
          maxLength={NOTE_LIMIT}
          value={note}
          status={missing ? 'error' : ''}
          onChange={(event) => {
            setNote(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              send();
            }
          }}
        />
      </label>
      {missing && (
        <div className="range-bad" role="alert">
          {closing ? t('alert.close.noteMissing') : t('alert.note.missing')}
        </div>
      )}
    </Modal>
  );
}

import { Input, Modal } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../state/preferences';

const NOTE_LIMIT = 4_000;

interface Props {
  type: 'approve' | 'reject';
  id: string;
  busy: boolean;
  onCancel: () => void;
  onDecide: (note: string) => void;
}

/** Consent or refusal with a remark; a refusal must say why. */
export function DecisionDialog({ type, id, busy, onCancel, onDecide }: Props) {
  const { t } = usePreferences();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && type === 'reject' && note.trim() === '';
  const send = () => {
    setTried(true);
    if (!busy && (type === 'approve' || note.trim() !== '')) {
      onDecide(note.trim());
    }
  };
  return (
    <Modal
      open
      title={type === 'approve' ? t('ruleset.act.approve.title', { id }) : t('ruleset.act.reject.title', { id })}
      okText={t(`ruleset.act.${type}`)}
      cancelText={t('ruleset.act.cancel')}
      confirmLoading={busy}
      onOk={send}
      onCancel={onCancel}
    >
      {type === 'approve' && <p>{t('ruleset.act.approve.text')}</p>}
      <label className="note">
        {t('ruleset.act.note')}
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
          {t('ruleset.act.note.missing')}
        </div>
      )}
    </Modal>
  );
}

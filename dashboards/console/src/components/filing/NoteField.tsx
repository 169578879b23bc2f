import { Input } from 'antd';
import { NOTE_LIMIT } from '../../lib/casestates';
import { usePreferences } from '../../state/preferences';

interface NoteFieldProps {
  note: string;
  /** Somebody tried to go on without. */
  missing: boolean;
  rows?: number;
  onNote: (note: string) => void;
  onSend: () => void;
}

/** What every move must say. */
export function NoteField({ note, missing, rows = 4, onNote, onSend }: NoteFieldProps) {
  const { t } = usePreferences();
  return (
    <div className="case-note">
      <label className="note">
        {t('filing.note')}
        <Input.TextArea
          rows={rows}
          maxLength={NOTE_LIMIT}
          placeholder={t('filing.note.hint')}
          value={note}
          status={missing ? 'error' : ''}
          onChange={(event) => {
            onNote(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              onSend();
            }
          }}
        />
      </label>
      <div className="case-note-foot">
        {missing ? (
          <span className="range-bad" role="alert">
            {t('filing.note.missing')}
          </span>
        ) : (
          <span />
        )}
        <span className="soft">{t('filing.note.count', { n: note.length, most: NOTE_LIMIT })}</span>
      </div>
    </div>
  );
}

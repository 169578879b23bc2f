import { App, Button, Input, Modal, Select } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { actFaults, type ActFault, type ActField } from '../lib/actform';
import { formatBytes } from '../lib/numbers';
import { usePreferences } from '../state/preferences';
import { Failure } from './Failure';

export interface ActDialogProps {
  title: string;
  okText: string;
  /** What it does, and who must still agree. */
  hint?: ReactNode;
  fields: readonly ActField[];
  danger?: boolean;
  onSend: (values: Record<string, string>, file: File | null) => Promise<unknown>;
  /** Said when it worked. */
  done: string;
  onDone: () => void;
  onCancel: () => void;
}

const LIMIT = 2_000;

/** A step that a person takes, with what it asks for. Nothing is sent before all of it is right. */
export function ActDialog({ title, okText, hint, fields, danger = false, onSend, done, onDone, onCancel }: ActDialogProps) {
  const { t } = usePreferences();
  const { message } = App.useApp();
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? ''])));
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const faults = actFaults(fields, values, file);
  const send = () => {
    setTried(true);
    if (busy || Object.keys(faults).length > 0) {
      return;
    }
    setBusy(true);
    setFailure(null);
    onSend(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])), file).then(
      () => {
        setBusy(false);
        void message.success(done);
        onDone();
      },
      (cause: unknown) => {
        setBusy(false);
        setFailure(cause);
      },
    );
  };
  return (
    <Modal open title={title} okText={okText} okButtonProps={{ danger }} cancelText={t('act.cancel')} confirmLoading={busy} onOk={send} onCancel={onCancel}>
      <div className="act">
        {hint !== undefined && <p className="soft">{hint}</p>}
        {fields.map((field, index) => (
          <Field
            key={field.name}
            field={field}
            first={index === 0}
            value={values[field.name] ?? ''}
            file={file}
            fault={tried ? (faults[field.name] ?? null) : null}
            onFile={setFile}
            onValue={(value) => {
              setValues((old) => ({ ...old, [field.name]: value }));
            }}
            onSend={send}
          />
        ))}
        {failure !== null && <Failure compact cause={failure} />}
      </div>
    </Modal>
  );
}

interface FieldProps {
  field: ActField;
  first: boolean;
  value: string;
  file: File | null;
  fault: ActFault | null;
  onValue: (value: string) => void;
  onFile: (file: File) => void;
  onSend: () => void;
}

function Field({ field, value, file, fault, first, onValue, onFile, onSend }: FieldProps) {
  const { t } = usePreferences();
  return (
    <div className={field.kind === 'text' || field.kind === 'file' || field.wide === true ? 'act-field act-wide' : 'act-field'}>
      <label className="note">
        <span>
          {field.label}
          {field.required === true && <span className="act-required"> *</span>}
        </span>
        <Entry field={field} value={value} file={file} wrong={fault !== null} first={first} onValue={onValue} onFile={onFile} onSend={onSend} />
      </label>
      {fault !== null ? (
        <div className="range-bad" role="alert">
          <FaultText fault={fault} hint={field.hint ?? ''} />
        </div>
      ) : (
        field.hint !== undefined && <div className="act-hint soft">{field.hint}</div>
      )}
      {field.kind === 'day' && field.until !== undefined && fault === null && field.hint === undefined && <div className="act-hint soft">{t('act.until', { day: field.until })}</div>}
    </div>
  );
}

function FaultText({ fault, hint }: { fault: ActFault; hint: string }) {
  const { t } = usePreferences();
  switch (fault.type) {
    case 'missing':
      return t('act.missing');
    case 'short':
      return t('act.short', { n: fault.min });
    case 'form':
      return hint === '' ? t('act.form') : hint;
    case 'day':
      return t('act.day');
    case 'outside':
      return t('act.outside', { from: fault.from, until: fault.until });
    case 'big':
      return t('act.big', { size: formatBytes(fault.maxBytes) });
  }
}

interface EntryProps {
  field: ActField;
  value: string;
  file: File | null;
  wrong: boolean;
  first: boolean;
  onValue: (value: string) => void;
  onFile: (file: File) => void;
  onSend: () => void;
}

function Entry({ field, value, file, wrong, first, onValue, onFile, onSend }: EntryProps) {
  const { t } = usePreferences();
  const chooser = useRef<HTMLInputElement>(null);
  const status = wrong ? 'error' : '';
  switch (field.kind) {
    case 'line':
    case 'day':
      return (
        <Input
          autoFocus={first}
          status={status}
          maxLength={field.max ?? 200}
          placeholder={field.kind === 'day' ? '2027-02-28' : ''}
          value={value}
          onChange={(event) => { onValue(event.target.value); }}
          onPressEnter={onSend}
        />
      );
    case 'text':
      return (
        <Input.TextArea
          autoFocus={first}
          rows={3}
          status={status}
          maxLength={field.max ?? LIMIT}
          value={value}
          onChange={(event) => { onValue(event.target.value); }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              onSend();
            }
          }}
        />
      );
    case 'choice':
      return <Select status={status} value={value === '' ? null : value} showSearch={(field.options?.length ?? 0) > 8 ? { optionFilterProp: 'label' } : false} options={[...(field.options ?? [])]} onChange={onValue} />;
    case 'file':
      return (
        <span className="act-file">
          <input
            ref={chooser}
            type="file"
            hidden
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) {
                onFile(chosen);
              }
            }}
          />
          <Button danger={wrong} onClick={() => { chooser.current?.click(); }}>
            {t('act.file')}
          </Button>
          {file !== null && (
            <bdi>
              {file.name} <span className="soft">{formatBytes(file.size)}</span>
            </bdi>
          )}
        </span>
      );
  }
}

import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { fieldLabel } from '../../lib/fields';
import { parseField } from '../../lib/filter';
import { usePreferences } from '../../state/preferences';

interface FieldChipProps {
  fields: readonly string[];
  onChange: (fields: string[]) => void;
}

/** Conditions on any field of the group: `source.ip:203.0.113.7`. */
export function FieldChip({ fields, onChange }: FieldChipProps) {
  const { t } = usePreferences();
  const [open, setOpen] = useState(false);
  return (
    <>
      {fields.map((field) => (
        <HeldField
          key={field}
          field={field}
          onDrop={() => {
            onChange(fields.filter((each) => each !== field));
          }}
        />
      ))}
      <span className="chip">
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          destroyOnHidden
          content={
            <FieldForm
              onAdd={(field) => {
                setOpen(false);
                onChange([...new Set([...fields, field])]);
              }}
            />
          }
        >
          <button type="button" className="chip-name" aria-haspopup="dialog" aria-expanded={open}>
            {t('filter.field')}
            <PlusOutlined />
          </button>
        </Popover>
      </span>
    </>
  );
}

function HeldField({ field, onDrop }: { field: string; onDrop: () => void }) {
  const { t, language } = usePreferences();
  const held = parseField(field);
  const name = held === null ? '' : (fieldLabel(held.field, language) ?? held.field);
  return (
    <span className="chip chip-on" title={field}>
      <span className="chip-name">
        {name} <bdi className="chip-held">{held?.value ?? field}</bdi>
      </span>
      <button type="button" className="chip-drop" aria-label={t('filter.remove', { what: field })} onClick={onDrop}>
        <CloseOutlined />
      </button>
    </span>
  );
}

function FieldForm({ onAdd }: { onAdd: (field: string) => void }) {
  const { t } = usePreferences();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const good = parseField(typed) !== null;
  const add = () => {
    setTried(true);
    if (good) {
      onAdd(typed.trim());
    }
  };
  return (
    <div className="field-form">
      <Space.Compact>
        <Input
          autoFocus
          maxLength={512}
          placeholder={t('filter.field.hint')}
          aria-label={t('filter.field')}
          value={typed}
          status={tried && !good ? 'error' : ''}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onPressEnter={add}
        />
        <Button type="primary" onClick={add}>
          {t('filter.add')}
        </Button>
      </Space.Compact>
      {tried && !good && <div className="range-bad" role="alert">{t('filter.field.bad')}</div>}
    </div>
  );
}

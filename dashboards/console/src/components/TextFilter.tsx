import { Input } from 'antd';
import { useState } from 'react';

/** Text to look for; taken over by Enter, by leaving the field, or when it is emptied. */
export function TextFilter({ text, label, onText }: { text: string; label: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  return (
    <Input
      className="filter-text"
      size="small"
      allowClear
      maxLength={256}
      placeholder={label}
      aria-label={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '') {
          onText('');
        }
      }}
      onPressEnter={() => { onText(typed.trim()); }}
      onBlur={() => { onText(typed.trim()); }}
    />
  );
}

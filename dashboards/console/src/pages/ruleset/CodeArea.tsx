import { useRef, type Ref } from 'react';
import type { Fault } from '../../api/rulesets';

interface Props {
  value: string;
  label: string;
  marks?: Map<number, Fault[]>;
  height: string;
  area?: Ref<HTMLTextAreaElement>;
  onChange: (value: string) => void;
  onSave: () => void;
}

const INDENT = '    ';

/** A text with line numbers and marks; Tab indents, after Escape it moves on as everywhere. */
export function CodeArea({ value, label, marks, height, area, onChange, onSave }: Props) {
  const gutter = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const lines = value.split('\n');
  return (
    <div className="code-area" style={{ height }}>
      <div className="code-gutter" ref={gutter} aria-hidden="true">
        {lines.map((_, at) => {
          const faults = marks?.get(at + 1);
          return (
            <div key={at} className={faults === undefined ? '' : 'code-mark'} title={faults?.map((fault) => fault.message).join('\n')}>
              {at + 1}
            </div>
          );
        })}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        spellCheck={false}
        wrap="off"
        maxLength={262_144}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onScroll={(event) => {
          if (gutter.current !== null) {
            gutter.current.scrollTop = event.currentTarget.scrollTop;
          }
        }}
        onKeyDown={(event) => {
          if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onSave();
          } else if (event.key === 'Escape') {
            leaving.current = true;
          } else if (event.key === 'Tab' && !event.shiftKey && !leaving.current) {
            event.preventDefault();
            const box = event.currentTarget;
            box.setRangeText(INDENT, box.selectionStart, box.selectionEnd, 'end');
            onChange(box.value);
          } else {
            leaving.current = false;
          }
        }}
      />
    </div>
  );
}

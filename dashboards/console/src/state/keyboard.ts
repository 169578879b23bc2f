import { useEffect, useEffectEvent } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** An open dialog or list keeps the keys for itself. */
function isCovered(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]:not([aria-hidden="true"])') !== null;
}

/** Whether Enter on this element already means something. */
function actsOnEnter(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, [role="button"], [role="combobox"]') !== null;
}

/** A single key without modifiers, anywhere but in a field. */
export function useKey(key: string, act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    if (isTyping(event.target) || isCovered() || (key === 'Enter' && actsOnEnter(event.target))) {
      return;
    }
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKey(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}

import { useEffect, useState } from 'react';
import { dayIn } from '../lib/duties';
import { usePreferences } from './preferences';

/** Now, renewed every `millis`: for what is relative to it. */
export function useNow(millis: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, millis);
    return () => {
      window.clearInterval(timer);
    };
  }, [millis]);
  return now;
}

/** True once `on` has held for `millis`: quick answers never flash a skeleton. */
export function useDelayed(on: boolean, millis = 200): boolean {
  const [due, setDue] = useState(false);
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    const timer = window.setTimeout(() => {
      setDue(true);
    }, millis);
    return () => {
      window.clearTimeout(timer);
      setDue(false);
    };
  }, [on, millis]);
  return on && due;
}

/** Today, as the zone of the page has it; follows midnight within a minute. */
export function useToday(): string {
  const { zone } = usePreferences();
  return dayIn(useNow(60_000), zone);
}

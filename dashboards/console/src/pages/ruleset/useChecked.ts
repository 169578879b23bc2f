import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { checkRules, type Verdict } from '../../api/rulesets';
import { keys } from '../../state/keys';
import { useSettled } from './useSettled';

const PAUSE_MILLIS = 350;

export interface Checked {
  verdict: Verdict | undefined;
  /** The name under which the engine speaks of the text. */
  path: string;
  busy: boolean;
  error: unknown;
}

/** What the engine says of a text, asked for when typing pauses. */
export function useChecked(path: string, text: string): Checked {
  const [settledPath, settledText] = useSettled(`${path}\u0000${text}`, PAUSE_MILLIS).split('\u0000') as [string, string];
  const query = useQuery({
    queryKey: keys.ruleset('check', settledPath, settledText),
    queryFn: () => checkRules([{ kind: 'put', path: settledPath, text: settledText }]),
    enabled: settledText.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return { verdict: query.data, path: shownPath(settledPath), busy: query.isFetching, error: query.error };
}

/** The service takes the mark of shipped files off: a site's text is the site's. */
function shownPath(path: string): string {
  return path.replace(/^catalog\//, '');
}

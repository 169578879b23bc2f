import { useQuery } from '@tanstack/react-query';
import { fetchRules } from '../../api/rules';
import { say } from '../../i18n/translate';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';

/** A rule's title by its name; a rule that the catalogue does not hold keeps its name. */
export function useRuleTitles(): (name: string) => string {
  const { language } = usePreferences();
  const { data } = useQuery({ queryKey: keys.rules, queryFn: ({ signal }) => fetchRules(signal), staleTime: 60_000 });
  const titles = new Map(data?.items.map((rule) => [rule.name, say(rule.title, language)]));
  return (name) => titles.get(name) ?? name;
}

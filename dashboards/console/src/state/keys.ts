import type { Query } from '../api/http';

/** Names of what is cached. */
export const keys = {
  alerts: ['alerts'] as const,
  list: (query: Query) => ['alerts', 'list', query] as const,
  facets: (query: Query) => ['alerts', 'facets', query] as const,
  alert: (id: string) => ['alerts', 'one', id] as const,
  histogram: (query: Query) => ['alerts', 'histogram', query] as const,
  top: (query: Query) => ['alerts', 'top', query] as const,
  platform: ['platform'] as const,
  rules: ['rules'] as const,
  canaries: ['canaries'] as const,
  rulesets: ['rulesets'] as const,
  ruleset: (...what: (string | number)[]) => ['rulesets', ...what] as const,
  rule: (name: string) => ['rules', 'one', name] as const,
  ruleActivity: (name: string) => ['rules', 'activity', name] as const,
  events: (query: Query) => ['events', query] as const,
  cases: ['filing-cases'] as const,
  caseList: (name: string) => ['filing-cases', 'list', name] as const,
  caseFacets: (query: Query) => ['filing-cases', 'facets', query] as const,
  case: (id: string) => ['filing-cases', 'one', id] as const,
  caseGraph: (id: string) => ['filing-cases', 'one', id, 'graph'] as const,
  caseTimeline: (id: string) => ['filing-cases', 'one', id, 'timeline'] as const,
  filing: (applicationNumber: string) => ['filings', 'one', applicationNumber] as const,
  comparison: (a: string, b: string) => ['filings', 'compare', a, b] as const,
  report: (month: string) => ['filing-cases', 'report', month] as const,
  accessLog: ['filing-cases', 'access-log'] as const,
};

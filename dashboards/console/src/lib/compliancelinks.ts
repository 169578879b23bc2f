/** Address of an item of a system, on one object where it is named. */
export function itemLink(system: string, item: string, object: string | null = null): string {
  const base = `/compliance/${encodeURIComponent(system)}/items/${encodeURIComponent(item)}`;
  return object === null ? base : `${base}?object=${encodeURIComponent(object)}`;
}

export function evidenceLink(id: string): string {
  return `/evidence/${encodeURIComponent(id)}`;
}

export function assessmentLink(id: string): string {
  return `/assessments/${encodeURIComponent(id)}`;
}

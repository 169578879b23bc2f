/** Addresses of the pages of filing review. */
export function caseLink(id: string): string {
  return `/filing-cases/${encodeURIComponent(id)}`;
}

export function filingLink(applicationNumber: string): string {
  return `/filings/${encodeURIComponent(applicationNumber)}`;
}

/** Two texts side by side; `caseId` is where the reader came from. */
export function compareLink(a: string, b: string, caseId?: string, part?: string): string {
  const params = new URLSearchParams({ a, b, ...(caseId === undefined ? {} : { case: caseId }), ...(part === undefined ? {} : { part }) });
  return `/filings/compare?${params.toString()}`;
}

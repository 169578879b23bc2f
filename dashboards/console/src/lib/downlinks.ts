import type { DownLink } from '../api/compliancetypes';

/** Where a link of the REST interface is shown in the console; null where it is a file or unknown. */
export function consolePath(link: DownLink): string | null {
  // Relative to a made-up origin: what names a host of its own is no link of ours.
  if (!link.api.startsWith('/api/v1/')) {
    return null;
  }
  const { pathname, search } = new URL(link.api, 'http://console.invalid');
  const path = pathname.slice('/api/v1/'.length);
  const [, asset] = /^assets\/([^/]+)$/.exec(path) ?? [];
  const [, evidence] = /^compliance\/evidence\/([^/]+)$/.exec(path) ?? [];
  const [, alert] = /^alerts\/([^/]+)$/.exec(path) ?? [];
  if (path === 'events') {
    return `/events${search}`;
  }
  if (path === 'canaries' || path === 'platform' || path === 'backups') {
    return `/${path}`;
  }
  if (asset !== undefined) {
    return `/assets?selected=${asset}`;
  }
  if (evidence !== undefined) {
    return `/evidence/${evidence}`;
  }
  return alert === undefined ? null : `/alerts/${alert}`;
}

/** A file of the service's own to save; null for anything else. */
export function filePath(link: DownLink): string | null {
  return link.kind === 'document' && /^\/api\/v1\/compliance\/attestations\/[^/?#]+\/document$/.test(link.api) ? link.api : null;
}

// Made-up systems and assets, the same at every start.
import { random } from './mock-data.mjs';

const pad = (value) => String(value).padStart(2, '0');
const DAY = 86_400_000;
const day = (at) => new Date(at).toISOString().slice(0, 10);

const SYSTEMS = [
  { id: 'patent-review', name: '专利审查系统', level: 3, notation: 'S3A3G3', owner: '审查业务管理部', zone: 'review', critical: true, reportingRoute: 'CENTRAL_ORGAN', filed: 185, assessed: -262, count: 200 },
  { id: 'trademark', name: '商标注册系统', level: 3, notation: 'S3A3G3', owner: '商标业务部', zone: 'trademark', critical: true, reportingRoute: 'CENTRAL_ORGAN', filed: 61, assessed: -398, count: 64 },
  { id: 'public-service', name: '公共服务平台', level: 2, notation: 'S2A2G2', owner: '公共服务部', zone: 'public', critical: false, reportingRoute: 'CENTRAL_ORGAN', filed: 640, assessed: -120, count: 26 },
  { id: 'zhidun', name: '安全监测与防护平台', level: 3, notation: 'S3A2G3', owner: '网络安全处', zone: 'management', critical: false, reportingRoute: 'CENTRAL_ORGAN', filed: 420, assessed: null, count: 9 },
];

const KINDS = [
  ['host', 118, '受理服务器', 'web'],
  ['database', 22, '业务数据库', 'db'],
  ['application', 14, '业务应用', 'app'],
  ['network-device', 16, '接入交换机', 'sw'],
  ['security-device', 10, '边界防火墙', 'fw'],
  ['data', 6, '未公开申请文件', 'data'],
  ['terminal', 12, '运维终端', 'pc'],
  ['room', 2, '机房', 'room'],
];
const OWNERS = ['运维一处', '运维二处', '数据管理处', '网络安全处'];
const CLASSES = { database: ['重要数据', '一般数据'], data: ['重要数据', '核心数据'] };

function assetsOf(system, at, now) {
  const next = random(100 + at);
  const short = system.id.split('-')[0];
  const rows = [];
  for (const [kind, share, word, code] of KINDS) {
    const count = Math.max(1, Math.round((share * system.count) / 200));
    for (let index = 1; index <= count && rows.length < system.count; index += 1) {
      const importance = kind === 'database' || kind === 'data' ? 3 : 1 + Math.floor(next() * 3);
      const classes = CLASSES[kind] ?? ['', '', '一般数据'];
      const dataClass = classes[Math.floor(next() * classes.length)];
      const address = kind === 'room' || kind === 'data' ? [] : [`10.${20 + at}.${rows.length >> 6}.${(rows.length % 64) + 10}`, `${short}-${code}-${pad(index)}`];
      const silent = next() < 0.05;
      rows.push({
        id: `${short}-${code}-${pad(index)}`,
        system: system.id,
        name: `${system.name.slice(0, 4)}${word} ${index} 号`,
        kind,
        zone: system.zone,
        addresses: address,
        importance,
        dataClass,
        owner: OWNERS[Math.floor(next() * OWNERS.length)],
        location: kind === 'room' ? 'A 座 3 层' : `A 座 3 层机房 ${pad(1 + Math.floor(next() * 12))} 柜`,
        backupTier: importance === 3 || dataClass === '核心数据' ? 'T1' : importance === 2 ? 'T2' : 'T3',
        endpoints: kind === 'application' ? [`https://${short}-${pad(index)}.example:8443`] : [],
        lastSeen: address.length === 0 || silent ? null : new Date(now - Math.floor(next() * 90_000)).toISOString(),
        version: 1,
        changedAt: new Date(now - 12 * DAY).toISOString(),
        changedBy: 'engineer',
        origin: index % 7 === 0 ? 'manual' : 'import',
      });
    }
  }
  return rows;
}

/** One name is hostile on purpose: it must stay text. */
export function makeInventory(now) {
  const systems = SYSTEMS.map(({ filed, assessed, count, ...system }, index) => ({
    ...system,
    extensions: [],
    filingNumber: `11010099001-2400${index + 1}`,
    filingValidUntil: day(now + filed * DAY),
    lastAssessedOn: assessed === null ? null : day(now + assessed * DAY),
    assets: count,
    version: 3,
    changedAt: new Date(now - 20 * DAY).toISOString(),
    changedBy: 'engineer',
    origin: 'manual',
  }));
  const assets = systems.flatMap((system, index) => assetsOf({ ...system, count: SYSTEMS[index].count }, index, now));
  systems.forEach((system) => {
    system.assets = assets.filter((asset) => asset.system === system.id).length;
  });
  const hostile = assets.find((asset) => asset.id === 'patent-web-07');
  if (hostile !== undefined) {
    hostile.name = '<img src=x onerror=alert(1)>受理服务器 7 号';
  }
  return { systems, assets };
}

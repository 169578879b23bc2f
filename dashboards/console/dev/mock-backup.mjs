// Made-up backups: every state that the console must be able to show, and jobs that really take
// their time, so that a drill started here ends with a record.
import { random } from './mock-data.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GIB = 1_073_741_824;
/** How long a job takes here. */
const TAKES = { run: 24_000, verify: 6_000, drill: 5_000 };

const iso = (at) => (at === null ? null : new Date(Math.round(at / 1_000) * 1_000).toISOString());
const span = (millis) => (millis === null ? null : `PT${Math.round(millis / 1_000)}S`);
const problem = (status, name, detail = '', more = {}) => [status, { type: `urn:zhidun:problem:${name}`, title: name, status, detail, ...more }];
const page = (items) => [200, { items, next: null, total: items.length }];

const TIERS = {
  T1: { rpo: 15 * MINUTE, rto: 4 * HOUR, backupEvery: DAY, copies: 3, media: 2, offsite: 1, immutableCopies: 1, realTimeOffsite: true, immutableFor: 31 * DAY, retention: { all: 'PT168H', daily: 14, weekly: 8, monthly: 13, yearly: 3 }, verifyEvery: 7 * DAY, drillEvery: 31 * DAY, switchEvery: 183 * DAY, drLevel: '5' },
  T2: { rpo: HOUR, rto: 8 * HOUR, backupEvery: DAY, copies: 3, media: 2, offsite: 1, immutableCopies: 1, realTimeOffsite: true, immutableFor: 31 * DAY, retention: { all: 'PT72H', daily: 7, weekly: 5, monthly: 12, yearly: 1 }, verifyEvery: 31 * DAY, drillEvery: 92 * DAY, switchEvery: null, drLevel: '4-5' },
  T3: { rpo: DAY, rto: null, backupEvery: DAY, copies: 2, media: 1, offsite: 0, immutableCopies: 0, realTimeOffsite: false, immutableFor: 7 * DAY, retention: { all: 'PT48H', daily: 7, weekly: 4, monthly: 3, yearly: 0 }, verifyEvery: 92 * DAY, drillEvery: 183 * DAY, switchEvery: null, drLevel: '3' },
  AUDIT: { rpo: 5 * MINUTE, rto: null, backupEvery: DAY, copies: 2, media: 2, offsite: 1, immutableCopies: 1, realTimeOffsite: true, immutableFor: 184 * DAY, retention: { all: 'PT4416H', daily: 184, weekly: 27, monthly: 13, yearly: 6 }, verifyEvery: 31 * DAY, drillEvery: 31 * DAY, switchEvery: null, drLevel: '4' },
};

const TARGETS = {
  near: { medium: 'directory', offsite: false, immutable: false },
  far: { medium: 'sftp', offsite: true, immutable: false },
  deep: { medium: 's3', offsite: true, immutable: true },
};

/** Ages in minutes (`never` for null), and what is wrong; the rest is well. */
const SOURCES = [
  { system: 'patent-review', source: 'review-db-01', kind: 'postgresql', level: 3, tier: 'T1', gib: 412, success: 421, verify: 4 * 1_440, drill: 34 * 1_440, rto: 97 * MINUTE, behind: 4, lag: 2 },
  { system: 'patent-review', source: 'documents', kind: 'files', level: 3, tier: 'T2', gib: 2_310, success: 1_410, verify: 12 * 1_440, drill: 41 * 1_440, rto: 6.2 * HOUR, behind: 26, lag: 12, runs: true },
  { system: 'patent-review', source: 'retrieval-db', kind: 'mariadb', level: 3, tier: 'T1', gib: 186, success: 388, verify: 9 * 60, drill: 20 * 1_440, rto: 51 * MINUTE, behind: 9, lag: 3, damaged: { far: ['chunk-000217: the digest is not that of the manifest', 'chunk-000218: is shorter than the manifest says'] } },
  { system: 'trademark', source: 'registry-db', kind: 'postgresql', level: 3, tier: 'T1', gib: 298, success: 402, verify: 2 * 1_440, drill: 11 * 1_440, rto: 74 * MINUTE, behind: 3, lag: 1 },
  { system: 'trademark', source: 'specimens', kind: 'files', level: 3, tier: 'T2', gib: 1_730, success: 980, verify: 38 * 1_440, drill: 60 * 1_440, rto: 9.4 * HOUR, behind: 980, lag: 980, copies: ['near', 'far'] },
  { system: 'trademark', source: 'search-index', kind: 'files', level: 3, tier: 'T3', gib: 88, success: 610, verify: 30 * 1_440, drill: 90 * 1_440, rto: 31 * MINUTE, behind: 610, lag: null },
  { system: 'public-service', source: 'portal-db', kind: 'mariadb', level: 2, tier: 'T2', gib: 64, success: 3_420, verify: 11 * 1_440, drill: 33 * 1_440, rto: 22 * MINUTE, behind: 3_420, lag: null, failure: 'mariadb-backup: server has gone away <b>after 41 %</b>' },
  { system: 'public-service', source: 'uploads', kind: 'files', level: 2, tier: 'T3', gib: 340, success: 520, verify: 40 * 1_440, drill: 120 * 1_440, rto: 1.6 * HOUR, behind: 520, lag: null },
  { system: 'public-service', source: 'new-forms', kind: 'files', level: 2, tier: 'T3', gib: 12, success: null, verify: null, drill: null, behind: null, lag: null },
  { system: 'zhidun', source: 'service-db', kind: 'postgresql', level: 3, tier: 'AUDIT', gib: 21, success: 300, verify: 6 * 1_440, drill: 8 * 1_440, rto: 6 * MINUTE, behind: 2, lag: null },
  { system: 'zhidun', source: 'evidence', kind: 'files', level: 3, tier: 'AUDIT', gib: 35, success: 310, verify: 20 * 1_440, drill: 5 * 1_440, rto: 14 * MINUTE, behind: 4, lag: 2, drillFaults: ['attestations: 1,284 files were counted at backup time, 1,283 were restored'] },
  { system: 'zhidun', source: 'rules', kind: 'files', level: 3, tier: 'AUDIT', gib: 0.2, success: 305, verify: 9 * 1_440, drill: 12 * 1_440, rto: 40_000, behind: 3, lag: 1, away: 'sftp://b.example.org: connection refused' },
];

const titleOf = ({ system, source }) => `${system}/${source}`;
const idAt = (at, tail) => `${iso(at).replaceAll(/[-:]/g, '').replace('.000Z', 'Z')}-${tail}`;

export class Backups {
  constructor(now, mode) {
    this.configured = mode !== 'empty';
    this.fault = mode === 'degraded' ? '/etc/zhidun/vault.key: no such file' : null;
    this.jobs = [];
    this.count = 0;
    this.sources = this.configured ? SOURCES.map((spec, index) => this.made(spec, now, index)) : [];
    if (this.configured && this.fault === null) {
      const running = this.sources.find(({ runs }) => runs);
      this.start('run', running, 'zhidun', {}, now - 14 * MINUTE, 45 * MINUTE);
    }
  }

  made(spec, now, index) {
    const next = random(500 + index);
    const at = (minutes) => (minutes === null || minutes === undefined ? null : now - minutes * MINUTE);
    const count = spec.success === null ? 0 : 9;
    const backups = Array.from({ length: count }, (_, back) => {
      const finished = at(spec.success + back * 1_440);
      const bytes = Math.round(spec.gib * GIB * (1 - back * 0.004));
      const started = finished - (bytes / GIB) * 3_200 - 20_000;
      return { id: idAt(started, `${index}a2b3c${back}d`), started, finished, bytes, stored: Math.round(bytes * (0.28 + next() * 0.1)), notes: back === 3 && spec.kind === 'files' ? ['scan <2024>\n.tif: changed while it was read'] : [] };
    });
    const drill = spec.drill === null ? [] : [0, 1, 2].map((back) => this.drill(spec, backups[Math.min(back * 2 + 1, count - 1)].id, at(spec.drill + back * 31 * 1_440), spec.rto * (1 - back * 0.04), back === 0 ? (spec.drillFaults ?? []) : [], back === 1 ? 'engineer' : 'zhidun'));
    const targets = spec.copies ?? (spec.tier === 'T3' ? ['near', 'far'] : ['near', 'far', 'deep']);
    const verifications = spec.verify === null ? [] : targets.map((target, place) => ({ target, backup: backups[0].id, at: at(spec.verify + place * 37), chunks: Math.ceil(spec.gib * 16), bytes: backups[0].stored, faults: spec.damaged?.[target] ?? [] }));
    return { ...spec, targets, backups, drills: drill, verifications, recoverable: at(spec.behind) };
  }

  drill(spec, backup, finished, rto, faults, by) {
    const steps = spec.kind === 'postgresql' ? [['fetch log', 0.08], ['restore base backup', 0.71], ['recover and start', 0.17], ['compare', 0.04]] : spec.kind === 'mariadb' ? [['restore', 0.8], ['start', 0.14], ['compare', 0.06]] : [['restore', 0.93], ['compare', 0.07]];
    const names = spec.kind === 'files' ? ['attestations', 'scans/2024', 'scans/2025', 'scans/2026'] : ['public.filings', 'public.<script>', 'public.applicants', 'public.agents', 'public.fees', 'public.documents', 'public.deadlines', 'public.decisions', 'public.classes', 'public.priorities'];
    const comparisons = names.map((name, at) => ({ name, expected: 1_284 + at * 92_131, found: 1_284 + at * 92_131 - (faults.length > 0 && at === 0 ? 1 : 0), equal: !(faults.length > 0 && at === 0) }));
    const checks = spec.kind === 'files' ? [] : [{ sql: 'SELECT count(*) > 0 FROM filings', expected: 't', found: 't', holds: true }];
    return { format: 1, id: idAt(finished - rto, 'd1r2i3l4'), system: spec.system, source: spec.source, backup, tier: spec.tier, policyVersion: '2026-1', by, started: finished - rto, finished, steps: steps.map(([name, share]) => ({ name, took: span(rto * share) })), rto, rpo: 4 * MINUTE, comparisons, checks, faults };
  }

  start(kind, row, by, choice, at = Date.now(), takes = TAKES[kind]) {
    this.count += 1;
    const job = { id: idAt(at, `10b${String(this.count).padStart(5, '0')}`), kind, system: row.system, source: row.source, backup: kind === 'run' ? null : (choice.backup ?? row.backups[0].id), target: choice.target ?? null, by, askedAt: at, startedAt: at + 400, takes, row, ended: false };
    this.jobs.unshift(job);
    return job;
  }

  /** Ends what has run its time, and keeps what it found. */
  tick(now) {
    this.jobs.filter((job) => !job.ended && now >= job.startedAt + job.takes).forEach((job) => {
      const { row } = job;
      job.ended = true;
      job.endedAt = job.startedAt + job.takes;
      job.passed = true;
      if (job.kind === 'drill') {
        row.drills.unshift(this.drill(row, job.backup, job.endedAt, row.rto ?? 30 * MINUTE, [], job.by));
      } else if (job.kind === 'verify') {
        const read = row.targets.filter((target) => job.target === null || job.target === target);
        read.forEach((target) => row.verifications.unshift({ ...row.verifications[0], target, backup: job.backup, at: job.endedAt, faults: row.damaged?.[target] ?? [] }));
        job.passed = read.every((target) => row.damaged?.[target] === undefined);
      } else {
        const bytes = Math.round(row.gib * GIB);
        row.backups.unshift({ id: job.id, started: job.startedAt, finished: job.endedAt, bytes, stored: Math.round(bytes * 0.3), notes: [] });
        row.recoverable = job.endedAt;
        row.failure = undefined;
      }
    });
  }

  activeOf(row, now) {
    return this.jobs.find((job) => job.row === row && !job.ended && now < job.startedAt + job.takes);
  }

  jobView(job, now) {
    const state = job.ended ? 'done' : now < job.startedAt ? 'waiting' : 'running';
    const share = Math.min(1, (now - job.startedAt) / job.takes);
    const total = Math.round(job.row.gib * GIB);
    const rate = (total * 1_000) / job.takes;
    const shown = state === 'running' && job.kind !== 'drill' && now - job.startedAt > 1_000;
    const progress = { step: 1 + Math.min(job.row.targets.length - 1, Math.floor(share * job.row.targets.length)), steps: job.row.targets.length, done: Math.round(total * share), stored: Math.round(total * share * 0.31), total, estimated: job.kind === 'run', bytesPerSecond: Math.round(rate), left: span((1 - share) * job.takes) };
    return {
      id: job.id, kind: job.kind, system: job.system, source: job.source, backup: job.backup, target: job.target, state, by: job.by, resumes: null,
      askedAt: iso(job.askedAt), startedAt: state === 'waiting' ? null : iso(job.startedAt), endedAt: job.ended ? iso(job.endedAt) : null, passed: job.ended && job.kind !== 'run' ? job.passed : null, words: null,
      progress: shown ? progress : null,
    };
  }

  lastVerifications(row) {
    return row.targets.map((target) => row.verifications.find((each) => each.target === target)).filter(Boolean);
  }

  problemsOf(row, now) {
    const tier = TIERS[row.tier];
    const found = [];
    const add = (code, severity, zh, en) => found.push({ code, severity, system: row.system, source: row.source, text: { zh, en } });
    const ago = (at) => (now - at >= 2 * DAY ? `${Math.floor((now - at) / DAY)} d` : now - at >= 90 * MINUTE ? `${Math.floor((now - at) / HOUR)} h` : `${Math.floor((now - at) / MINUTE)} min`);
    const last = row.backups[0];
    if (row.failure !== undefined) {
      add('backup-failed', 'high', `最近一次备份失败：${row.failure}`, `the last backup failed: ${row.failure}`);
    }
    if (last === undefined) {
      add('never-backed-up', 'critical', '从未备份', 'was never backed up');
      return found;
    }
    if (now - last.finished > tier.backupEvery * 1.1) {
      add('backup-overdue', 'high', `备份已逾期，最近一次完成于${ago(last.finished)}前`, `is overdue: the newest backup was finished ${ago(last.finished)} ago`);
    }
    if (now - row.recoverable > tier.rpo) {
      add('rpo-exceeded', 'high', `可恢复时间点已落后${ago(row.recoverable)}，超过RPO ${tier.rpo / MINUTE} min`, `can be brought back to ${ago(row.recoverable)} ago only, RPO is ${tier.rpo / MINUTE} min`);
    }
    const verified = this.lastVerifications(row);
    const newest = Math.max(...verified.map(({ at }) => at));
    if (now - newest > tier.verifyEvery) {
      add('verify-overdue', 'medium', `校验已逾期，最近一次在${ago(newest)}前`, `was last verified ${ago(newest)} ago, every ${tier.verifyEvery / DAY} d is asked`);
    }
    const faults = verified.flatMap((each) => each.faults);
    if (faults.length > 0) {
      add('content-damaged', 'critical', `备份数据损坏${faults.length}处，首处：${faults[0]}`, `${faults.length} places are damaged, first ${faults[0]}`);
    }
    const drill = row.drills[0];
    if (now - drill.finished > tier.drillEvery) {
      add('drill-overdue', 'medium', `恢复演练已逾期，最近一次在${ago(drill.finished)}前`, `was last restored in a drill ${ago(drill.finished)} ago, every ${tier.drillEvery / DAY} d is asked`);
    }
    if (drill.faults.length > 0) {
      add('drill-failed', 'critical', `恢复演练未通过：${drill.faults[0]}`, `the restore drill did not pass: ${drill.faults[0]}`);
    }
    if (tier.rto !== null && drill.rto > tier.rto) {
      add('rto-exceeded', 'high', `恢复耗时${Math.floor(drill.rto / HOUR)} h，超过RTO ${tier.rto / HOUR} h`, `a restore took ${Math.floor(drill.rto / HOUR)} h, RTO is ${tier.rto / HOUR} h`);
    }
    if (tier.realTimeOffsite && row.level >= 3 && row.lag === null) {
      add('replication-missing', 'high', `${row.level}级系统要求异地实时备份，未见复制`, `level ${row.level} asks for a copy elsewhere in real time; none is seen`);
    }
    if (row.targets.length < tier.copies) {
      add('too-few-copies', 'medium', `副本数${row.targets.length}，要求${tier.copies}`, `has ${row.targets.length} copies of ${tier.copies}`);
    }
    if (tier.immutableCopies > 0 && !row.targets.includes('deep')) {
      add('no-immutable-copy', 'medium', '不可变副本数0，要求1', 'has 0 immutable copies of 1');
    }
    if (row.away !== undefined) {
      add('target-away', 'high', `备份目标无法访问：${row.away}`, `a target does not answer: ${row.away}`);
    }
    return found;
  }

  line(backup, tier) {
    return { ...backup, started: iso(backup.started), finished: iso(backup.finished), keys: ['k-2026-09'], policyVersion: '2026-1', immutableUntil: iso(backup.started + TIERS[tier].immutableFor) };
  }

  view(row, now) {
    const tier = TIERS[row.tier];
    const [last] = row.backups;
    const [drill] = row.drills;
    const verified = this.lastVerifications(row);
    return {
      system: row.system, source: row.source, kind: row.kind, level: row.level, tier: row.tier, policyVersion: '2026-1', rpo: span(tier.rpo), rto: span(tier.rto), lookedAt: iso(now - 21_000),
      lastSuccess: iso(last?.finished ?? null), lastVerify: verified.length === 0 ? null : iso(Math.max(...verified.map(({ at }) => at))), verifyFaults: verified.flatMap(({ faults }) => faults),
      lastDrill: drill === undefined ? null : { id: drill.id, backup: drill.backup, finished: iso(drill.finished), passed: drill.faults.length === 0, rto: span(drill.rto), rpo: span(drill.rpo), faults: drill.faults },
      firstRecoverable: last === undefined ? null : iso(row.backups.at(-1).started), lastRecoverable: iso(row.recoverable),
      replicationLag: row.lag === null ? null : span(row.lag * MINUTE), failure: row.failure ?? null, away: row.away ?? null, backup: last === undefined ? null : this.line(last, row.tier),
      copies: row.targets.map((target) => {
        const one = row.verifications.find((each) => each.target === target);
        return { target, ...TARGETS[target], held: last !== undefined, immutableUntil: last === undefined ? null : iso(last.started + tier.immutableFor), newest: iso(last?.started ?? null), verifiedAt: iso(one?.at ?? null), verifyFaults: one?.faults ?? [] };
      }),
      job: this.activeOf(row, now)?.id ?? null, problems: this.problemsOf(row, now),
    };
  }

  calendar(now, days) {
    const until = now + days * DAY;
    const items = [];
    for (const row of this.sources) {
      const tier = TIERS[row.tier];
      const verified = this.lastVerifications(row);
      const dues = [['backup', row.backups[0]?.started ?? null, tier.backupEvery], ['verify', verified.length === 0 ? null : Math.max(...verified.map(({ at }) => at)), tier.verifyEvery], ['drill', row.drills[0]?.finished ?? null, tier.drillEvery], ['switch', now - 120 * DAY, tier.switchEvery]];
      for (const [task, last, every] of dues.filter(([, , each]) => each !== null)) {
        const first = last === null ? now : last + every;
        for (let at = Math.max(now, first); at < until; at += every) {
          items.push({ at: iso(at), task, system: row.system, source: row.source, tier: row.tier, overdue: at === now, scheduled: task !== 'switch' });
        }
      }
    }
    return { from: iso(now), to: iso(until), items: items.sort((a, b) => a.at.localeCompare(b.at)) };
  }
}

/** [status, body] or undefined where the path is not of the backups. */
export function backupRoutes(state, request, path, query, user) {
  if (path !== 'backups' && !path.startsWith('backups/')) {
    return undefined;
  }
  const now = Date.now();
  state.tick(now);
  const [, system, source, act] = path.split('/').map(decodeURIComponent);
  if (system === undefined) {
    const sources = state.fault === null ? state.sources : [];
    return [200, { configured: state.configured, installation: state.configured ? 'office-a' : null, fault: state.fault, lookedAt: sources.length === 0 ? null : iso(now - 21_000), items: sources.map((row) => state.view(row, now)), next: null, total: sources.length }];
  }
  if (system === 'jobs') {
    return source === undefined ? page(state.jobs.slice(0, 100).map((job) => state.jobView(job, now))) : jobOf(state, source, now);
  }
  if (system === 'problems') {
    return page(state.sources.flatMap((row) => state.problemsOf(row, now)));
  }
  if (system === 'calendar') {
    return [200, state.calendar(now, Number(query.get('days') ?? 31))];
  }
  if (system === 'policies') {
    const duration = (tier) => Object.fromEntries(Object.entries(tier).map(([name, value]) => [name, typeof value === 'number' && value >= MINUTE ? span(value) : value]));
    return [200, { version: '2026-1', items: Object.entries(TIERS).map(([name, tier]) => ({ name, ...duration(tier), encrypted: true, sources: state.sources.filter((row) => row.tier === name).map(titleOf) })) }];
  }
  const row = state.sources.find((each) => each.system === system && each.source === source);
  if (row === undefined) {
    return state.configured ? problem(404, 'not-found') : problem(409, 'no-backups');
  }
  return request.method === 'GET' ? detailOf(state, row, now) : ask(state, row, act, query, user, now);
}

function jobOf(state, id, now) {
  const job = state.jobs.find((each) => each.id === id);
  return job === undefined ? problem(404, 'not-found') : [200, state.jobView(job, now)];
}

function detailOf(state, row, now) {
  if (row.away !== undefined) {
    return problem(503, 'backups-away', row.away);
  }
  const tier = TIERS[row.tier];
  const past = [
    { id: 'past-1', kind: 'run', state: 'interrupted', by: 'zhidun', minutes: 2_900, took: 300_000, passed: null, words: null },
    { id: 'past-2', kind: 'run', state: 'failed', by: 'zhidun', minutes: 4_400, took: 61_000, passed: null, words: row.failure ?? 'far: no space left on device' },
  ].map(({ minutes, took, ...job }) => ({ ...job, system: row.system, source: row.source, backup: null, target: null, resumes: null, askedAt: iso(now - minutes * MINUTE), startedAt: iso(now - minutes * MINUTE), endedAt: iso(now - minutes * MINUTE + took), progress: null }));
  return [200, {
    ...state.view(row, now),
    backups: row.backups.map((backup) => state.line(backup, row.tier)),
    drills: row.drills.map((drill) => ({ ...drill, started: iso(drill.started), finished: iso(drill.finished), rto: span(drill.rto), rtoBound: span(tier.rto), rpo: span(drill.rpo), rpoBound: span(tier.rpo) })),
    verifications: row.verifications.map((each) => ({ ...each, at: iso(each.at) })).toSorted((a, b) => b.at.localeCompare(a.at)),
    jobs: [...state.jobs.filter((job) => job.row === row).map((job) => state.jobView(job, now)), ...(row.backups.length === 0 ? [] : past)],
  }];
}

function ask(state, row, kind, query, user, now) {
  if (!user.roles.includes('engineer')) {
    return problem(403, 'forbidden');
  }
  const active = state.activeOf(row, now);
  if (active !== undefined) {
    return problem(409, 'backup-job-runs', `${titleOf(row)} has a job`, { job: active.id });
  }
  if (kind !== 'run' && row.backups.length === 0) {
    return problem(409, 'nothing-backed-up', `${titleOf(row)} has no backup`);
  }
  const job = state.start(kind, row, user.name, { backup: query.get('backup') ?? undefined, target: query.get('target') ?? undefined });
  return [202, state.jobView(job, now)];
}

import { bilingual, list, number, numberOrNull, object, oneOf, required, text, textOrNull } from './shape';
import {
  DECISION_STATES,
  DUTY_STATES,
  EVIDENCE_CLASSES,
  EXTENSIONS,
  RECTIFICATION_STATES,
  RESULTS,
  SIGNATURE_PARTS,
  TURNS,
  type AssessmentComparison,
  type AssessmentDetail,
  type AssessmentSummary,
  type Attestation,
  type Check,
  type Conclusion,
  type Duty,
  type EvidenceDetail,
  type EvidenceReference,
  type Finding,
  type ItemCell,
  type ItemDetail,
  type Judge,
  type Matrix,
  type MatrixItem,
  type MatrixObject,
  type Overruling,
  type Proposal,
  type Rectification,
  type Requirement,
  type Result,
  type ResultCounts,
  type SystemDetail,
  type SystemState,
  type Waiver,
  type Withdrawal,
} from './compliancetypes';

export function readResult(value: unknown): Result {
  return oneOf(value, RESULTS, 'result');
}

function readResultOrNull(value: unknown): Result | null {
  return value === null || value === undefined || value === '' ? null : readResult(value);
}

export function readResultCounts(value: unknown): ResultCounts {
  const counts = object(value);
  return {
    met: number(counts.met),
    'partly-met': number(counts['partly-met']),
    'not-met': number(counts['not-met']),
    'no-evidence': number(counts['no-evidence']),
    'not-assessed': number(counts['not-assessed']),
    'not-applicable': number(counts['not-applicable']),
  };
}

function readJudge(value: unknown): Judge | null {
  const judge = object(value);
  const name = text(judge.name);
  return name === '' ? null : { kind: judge.kind === 'person' ? 'person' : 'rule', name, version: text(judge.version) };
}

function readConclusion(value: unknown): Conclusion | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const conclusion = object(value);
  return {
    template: text(conclusion.template),
    formula: text(conclusion.formula),
    score: numberOrNull(conclusion.score),
    value: bilingual(conclusion.value),
    highRisks: number(conclusion.highRisks),
    majorRisks: number(conclusion.majorRisks),
    majorRisksRectified: number(conclusion.majorRisksRectified),
    doubts: list(conclusion.doubts, bilingual),
  };
}

export function readSystemState(value: unknown): SystemState {
  const row = required(value, 'a system');
  const judgedAt = textOrNull(row.judgedAt);
  const freshness = object(row.freshness);
  const duties = object(row.duties);
  const last = object(row.lastAssessment);
  const lastId = text(last.id);
  return {
    id: text(row.id),
    name: text(row.name),
    level: number(row.level),
    notation: text(row.notation),
    assets: number(row.assets),
    judgedAt,
    rules: text(row.rules),
    items: readResultCounts(row.items),
    coverage: judgedAt === null ? null : numberOrNull(row.coverage),
    freshness: { fresh: number(freshness.fresh), stale: number(freshness.stale), oldest: textOrNull(freshness.oldest) },
    decidedLive: number(row.decidedLive),
    conclusion: readConclusion(row.conclusion),
    duties: { overdue: number(duties.overdue), soon: number(duties.soon) },
    lastAssessment: lastId === '' ? null : { id: lastId, madeAt: text(last.madeAt) },
  };
}

export function readFinding(value: unknown): Finding {
  const finding = object(value);
  return {
    code: text(finding.code),
    kind: finding.kind === 'major-risk' ? 'major-risk' : 'high-risk',
    name: bilingual(finding.name),
    items: list(finding.items, text),
    objects: list(finding.objects, text),
    reason: bilingual(finding.reason),
    rectified: finding.rectified === true,
  };
}

export function readSystemDetail(value: unknown): SystemDetail {
  const detail = required(value, 'a system');
  return {
    ...readSystemState(value),
    findings: list(detail.findings, readFinding),
    categories: list(detail.categories, (each) => ({ category: bilingual(object(each).category), items: readResultCounts(object(each).items) })),
  };
}

export function readRequirement(value: unknown): Requirement {
  const item = required(value, 'a requirement');
  const full = item.fullText ?? item.text;
  return {
    id: text(item.id),
    clause: text(item.clause),
    letter: text(item.letter),
    category: bilingual(item.category),
    controlPoint: bilingual(item.controlPoint),
    gloss: bilingual(item.gloss),
    class: oneOf(item.class, EVIDENCE_CLASSES, 'class'),
    hint: bilingual(item.hint),
    extension: EXTENSIONS.find((each) => each === item.extension) ?? null,
    checks: list(item.checks, text),
    fullText: typeof full === 'string' ? full : bilingual(full).zh,
  };
}

function readMatrixObject(value: unknown): MatrixObject {
  const row = object(value);
  const id = text(row.id);
  const name = text(row.name);
  return { id, name: name === '' ? id : name, kind: text(row.kind), whole: row.whole === true };
}

function readMatrixItem(value: unknown): MatrixItem {
  const row = required(value, 'an item');
  const cells = list(row.cells, (each) => {
    const cell = object(each);
    return [text(cell.object), { result: readResult(cell.result), stale: cell.stale === true }] as const;
  });
  return {
    item: text(row.item),
    category: bilingual(row.category),
    controlPoint: bilingual(row.controlPoint),
    gloss: bilingual(row.gloss),
    class: oneOf(row.class, EVIDENCE_CLASSES, 'class'),
    result: readResult(row.result),
    waived: row.waived === true,
    stale: row.stale === true,
    highRisk: row.highRisk === true,
    majorRisks: list(row.majorRisks, text),
    cells: new Map(cells),
  };
}

/** One page of the matrix. */
export function readMatrix(value: unknown): Matrix & { next: string | null } {
  const read = required(value, 'a matrix');
  return { objects: list(read.objects, readMatrixObject), items: list(read.items, readMatrixItem), next: textOrNull(read.next) };
}

function readWithdrawal(value: unknown): Withdrawal | null {
  if (value === null || value === undefined || value === false) {
    return null;
  }
  const withdrawn = object(value);
  return { by: text(withdrawn.by), at: text(withdrawn.at), reason: text(withdrawn.reason) };
}

export function readAttestation(value: unknown): Attestation {
  const row = required(value, 'an attestation');
  return {
    id: text(row.id),
    items: list(row.items, text),
    object: text(row.object),
    title: text(row.title),
    signer: text(row.signer),
    signedOn: text(row.signedOn),
    expiresAt: textOrNull(row.expiresAt),
    result: readResult(row.result),
    fileName: text(row.fileName),
    bytes: number(row.bytes),
    sm3: text(row.sm3),
    evidence: list(row.evidence, text),
    by: text(row.by),
    at: text(row.at),
    withdrawn: readWithdrawal(row.withdrawn),
  };
}

function readOverruling(value: unknown): Overruling | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const row = object(value);
  return {
    id: text(row.id),
    result: readResult(row.result),
    reason: text(row.reason),
    by: text(row.by),
    at: text(row.at),
    expiresOn: textOrNull(row.expiresOn),
    withdrawn: readWithdrawal(row.withdrawn),
  };
}

export function readProposal(value: unknown): Proposal {
  const row = required(value, 'a proposal');
  return {
    id: text(row.id),
    system: text(row.system),
    item: text(row.item),
    object: text(row.object),
    reason: text(row.reason),
    state: oneOf(row.state, DECISION_STATES, 'state'),
    by: text(row.by),
    at: text(row.at),
    decidedBy: textOrNull(row.decidedBy),
    decidedAt: textOrNull(row.decidedAt),
    note: text(row.note),
  };
}

export function readWaiver(value: unknown): Waiver {
  const row = object(value);
  return { ...readProposal(value), owner: text(row.owner), compensatingMeasure: text(row.compensatingMeasure), expiresOn: textOrNull(row.expiresOn) };
}

export function readRectification(value: unknown): Rectification {
  const row = required(value, 'a rectification');
  return {
    id: text(row.id),
    system: text(row.system),
    item: text(row.item),
    object: text(row.object),
    measure: text(row.measure),
    owner: text(row.owner),
    due: text(row.due),
    state: oneOf(row.state, RECTIFICATION_STATES, 'state'),
    overdue: row.overdue === true,
    by: text(row.by),
    at: text(row.at),
    doneBy: textOrNull(row.doneBy),
    doneAt: textOrNull(row.doneAt),
    verifiedAt: textOrNull(row.verifiedAt),
    verifiedIn: textOrNull(row.verifiedIn),
  };
}

function readEvidenceReference(value: unknown): EvidenceReference {
  const row = object(value);
  return {
    id: text(row.id),
    check: text(row.check),
    collector: text(row.collector),
    collectedAt: text(row.collectedAt),
    expiresAt: textOrNull(row.expiresAt),
    fresh: row.fresh === true,
  };
}

function readItemCell(value: unknown): ItemCell {
  const cell = required(value, 'a cell');
  const name = text(cell.objectName);
  return {
    object: text(cell.object),
    objectName: name === '' ? text(cell.object) : name,
    result: readResult(cell.result),
    reason: bilingual(cell.reason),
    judge: readJudge(cell.judge),
    judgedAt: textOrNull(cell.judgedAt),
    stale: cell.stale === true,
    evidence: list(cell.evidence, readEvidenceReference),
    attestations: list(cell.attestations, readAttestation),
    overruling: readOverruling(cell.overruling),
    exemption: typeof cell.exemption === 'object' && cell.exemption !== null ? readProposal(cell.exemption) : null,
  };
}

export function readItemDetail(value: unknown): ItemDetail {
  const detail = required(value, 'an item');
  return {
    item: readRequirement(detail.item),
    result: readResult(detail.result),
    waived: detail.waived === true,
    cells: list(detail.cells, readItemCell),
    checks: list(detail.checks, (each) => {
      const check = object(each);
      const code = text(check.code);
      const title = bilingual(check.title);
      return { code, title: title.zh === '' ? { zh: code, en: code } : title, answered: check.answered !== false, interval: text(check.interval), lastRun: textOrNull(check.lastRun), lastError: textOrNull(check.lastError) };
    }),
    waivers: list(detail.waivers, readWaiver),
    rectifications: list(detail.rectifications, readRectification),
    history: list(detail.history, (each) => {
      const turn = object(each);
      return {
        at: text(turn.at),
        object: text(turn.object),
        from: readResultOrNull(turn.from),
        to: readResult(turn.to),
        reason: bilingual(turn.reason),
        judge: readJudge(turn.judge),
        evidence: list(turn.evidence, text),
      };
    }),
  };
}

export function readEvidence(value: unknown): EvidenceDetail {
  const row = required(value, 'evidence');
  return {
    id: text(row.id),
    check: text(row.check),
    collector: text(row.collector),
    system: text(row.system),
    object: text(row.object),
    collectedAt: text(row.collectedAt),
    from: textOrNull(row.from),
    to: textOrNull(row.to),
    query: text(row.query),
    values: object(row.values),
    expiresAt: textOrNull(row.expiresAt),
    fresh: row.fresh === true,
    sm3: text(row.sm3),
    intact: row.intact === true,
    supports: list(row.supports, (each) => ({ item: text(object(each).item), object: text(object(each).object), result: readResult(object(each).result) })),
    down: list(row.down, (each) => ({ kind: text(object(each).kind), label: bilingual(object(each).label), api: text(object(each).api) })),
  };
}

export function readSummary(value: unknown): AssessmentSummary {
  const row = required(value, 'an assessment');
  return {
    id: text(row.id),
    system: text(row.system),
    systemName: text(row.systemName),
    madeAt: text(row.madeAt),
    madeBy: text(row.madeBy),
    note: text(row.note),
    catalogue: text(row.catalogue),
    rules: text(row.rules),
    items: readResultCounts(row.items),
    conclusion: readConclusion(row.conclusion),
    sm3: text(row.sm3),
    signatures: list(row.signatures, (each) => {
      const signature = object(each);
      return { part: oneOf(signature.part, SIGNATURE_PARTS, 'part'), account: text(signature.account), name: text(signature.name), at: text(signature.at) };
    }),
  };
}

export function readAssessment(value: unknown): AssessmentDetail {
  const row = object(value);
  return {
    ...readSummary(value),
    requirements: Array.isArray(row.requirements) ? row.requirements.length : number(row.requirements),
    findings: list(row.findings, readFinding),
    waivers: list(row.waivers, text).length,
    rectifications: list(row.rectifications, text).length,
    intact: row.intact === true,
  };
}

export function readAssessmentComparison(value: unknown): AssessmentComparison {
  const row = required(value, 'a comparison');
  const findings = object(row.findings);
  return {
    from: readSummary(row.from),
    to: readSummary(row.to),
    better: number(row.better),
    worse: number(row.worse),
    same: number(row.same),
    added: number(row.added),
    removed: number(row.removed),
    items: list(row.items, (each) => {
      const item = object(each);
      return { item: text(item.item), gloss: bilingual(item.gloss), from: readResultOrNull(item.from), to: readResultOrNull(item.to), turn: oneOf(item.turn, TURNS, 'turn') };
    }),
    findings: { gone: list(findings.gone, readFinding), new: list(findings.new, readFinding), stay: list(findings.stay, readFinding) },
  };
}

export function readDuty(value: unknown): Duty {
  const row = required(value, 'a duty');
  return {
    system: text(row.system),
    kind: text(row.kind),
    title: bilingual(row.title),
    due: text(row.due),
    state: oneOf(row.state, DUTY_STATES, 'duty state'),
    daysLeft: number(row.daysLeft),
    warnFrom: textOrNull(row.warnFrom),
    basis: bilingual(row.basis),
  };
}

export function readCheck(value: unknown): Check {
  const row = required(value, 'a check');
  return {
    code: text(row.code),
    title: bilingual(row.title),
    interval: text(row.interval),
    items: number(row.items),
    lastRun: textOrNull(row.lastRun),
    lastError: textOrNull(row.lastError),
    running: row.running === true,
  };
}

import { get, post, upload, withQuery, type Query } from './http';
import { readAssessment, readAssessmentComparison, readAttestation, readCheck, readDuty, readEvidence, readItemDetail, readMatrix, readProposal, readRectification, readSummary, readSystemDetail, readSystemState, readWaiver } from './compliancereaders';
import type { AssessmentComparison, AssessmentDetail, AssessmentSummary, Attestation, Check, Duty, EvidenceDetail, ItemDetail, Matrix, MatrixItem, MatrixObject, Proposal, Rectification, ReportForm, Result, SignaturePart, SystemDetail, SystemState, Waiver } from './compliancetypes';
import { page } from './shape';

const BASE = '/api/v1/compliance';
const systemPath = (id: string) => `${BASE}/systems/${encodeURIComponent(id)}`;
const itemPath = (id: string, item: string) => `${systemPath(id)}/items/${encodeURIComponent(item)}`;
const assessmentPath = (id: string) => `${BASE}/assessments/${encodeURIComponent(id)}`;

export async function fetchSystemStates(signal?: AbortSignal): Promise<SystemState[]> {
  return page(await get(`${BASE}/systems`, {}, signal), readSystemState).items;
}

export async function fetchSystemDetail(id: string, signal?: AbortSignal): Promise<SystemDetail> {
  return readSystemDetail(await get(systemPath(id), {}, signal));
}

const MATRIX_PAGE = 500;

/** All of it, so that filters answer at once; `of` is a system or an assessment. */
async function wholeMatrix(path: string, signal?: AbortSignal): Promise<Matrix> {
  const items: MatrixItem[] = [];
  let cursor: string | null = '';
  let objects: MatrixObject[] = [];
  while (cursor !== null) {
    const read: Matrix & { next: string | null } = readMatrix(await get(path, { limit: MATRIX_PAGE, cursor }, signal));
    objects = objects.length === 0 ? read.objects : objects;
    items.push(...read.items);
    cursor = read.items.length === 0 ? null : read.next;
  }
  return { objects, items };
}

export function fetchMatrix(system: string, signal?: AbortSignal): Promise<Matrix> {
  return wholeMatrix(`${systemPath(system)}/matrix`, signal);
}

export function fetchAssessmentMatrix(assessment: string, signal?: AbortSignal): Promise<Matrix> {
  return wholeMatrix(`${assessmentPath(assessment)}/matrix`, signal);
}

export async function fetchItem(system: string, item: string, signal?: AbortSignal): Promise<ItemDetail> {
  return readItemDetail(await get(itemPath(system, item), {}, signal));
}

/** A line of the audit trail each time. */
export async function fetchEvidence(id: string, signal?: AbortSignal): Promise<EvidenceDetail> {
  return readEvidence(await get(`${BASE}/evidence/${encodeURIComponent(id)}`, {}, signal));
}

export async function runCheck(code: string): Promise<Check> {
  return readCheck(await post(`${BASE}/checks/${encodeURIComponent(code)}/run`));
}

export async function fetchDuties(system: string | null, signal?: AbortSignal): Promise<Duty[]> {
  return page(await get(`${BASE}/calendar`, { system }, signal), readDuty).items;
}

export async function fetchAttestations(query: Query, signal?: AbortSignal): Promise<Attestation[]> {
  return page(await get(`${BASE}/attestations`, query, signal), readAttestation).items;
}

export interface AttestationDraft {
  system: string;
  items: string[];
  object: string;
  title: string;
  signer: string;
  signedOn: string;
  expires: string;
  result: Result;
}

export async function attest(draft: AttestationDraft, file: File): Promise<Attestation> {
  const { items, ...rest } = draft;
  const path = withQuery(`${BASE}/attestations`, { ...rest, item: items, fileName: file.name });
  return readAttestation(await upload(path, file.type === '' ? 'application/octet-stream' : file.type, file));
}

export function attestationDocument(id: string): string {
  return `${BASE}/attestations/${encodeURIComponent(id)}/document`;
}

export async function withdrawAttestation(id: string, reason: string): Promise<void> {
  await post(`${BASE}/attestations/${encodeURIComponent(id)}/withdraw`, { reason });
}

export async function overrule(system: string, item: string, draft: { object: string; result: Result; reason: string; expiresOn: string }): Promise<void> {
  await post(`${itemPath(system, item)}/overrulings`, draft);
}

export async function withdrawOverruling(system: string, item: string, id: string, reason: string): Promise<void> {
  await post(`${itemPath(system, item)}/overrulings/${encodeURIComponent(id)}/withdraw`, { reason });
}

export async function proposeExemption(system: string, item: string, draft: { object: string; reason: string }): Promise<void> {
  await post(`${itemPath(system, item)}/exemptions`, draft);
}

export async function proposeWaiver(system: string, item: string, draft: { object: string; owner: string; reason: string; compensatingMeasure: string; expiresOn: string }): Promise<void> {
  await post(`${itemPath(system, item)}/waivers`, draft);
}

export type ProposalKind = 'exemptions' | 'waivers';

export async function decideProposal(kind: ProposalKind, id: string, approve: boolean, note: string): Promise<void> {
  await post(`${BASE}/${kind}/${encodeURIComponent(id)}/decision`, { approve, note });
}

export async function withdrawProposal(kind: ProposalKind, id: string, reason: string): Promise<void> {
  await post(`${BASE}/${kind}/${encodeURIComponent(id)}/withdraw`, { reason });
}

export async function fetchExemptions(query: Query, signal?: AbortSignal): Promise<Proposal[]> {
  return page(await get(`${BASE}/exemptions`, query, signal), readProposal).items;
}

export async function fetchWaivers(query: Query, signal?: AbortSignal): Promise<Waiver[]> {
  return page(await get(`${BASE}/waivers`, query, signal), readWaiver).items;
}

export async function fetchRectifications(query: Query, signal?: AbortSignal): Promise<Rectification[]> {
  return page(await get(`${BASE}/rectifications`, query, signal), readRectification).items;
}

export async function planRectification(system: string, item: string, draft: { object: string; measure: string; owner: string; due: string }): Promise<void> {
  await post(`${itemPath(system, item)}/rectifications`, draft);
}

export async function finishRectification(id: string, note: string): Promise<void> {
  await post(`${BASE}/rectifications/${encodeURIComponent(id)}/done`, { note });
}

export async function makeAssessment(system: string, note: string): Promise<AssessmentSummary> {
  return readSummary(await post(`${systemPath(system)}/assessments`, { note }));
}

export async function fetchAssessments(system: string, signal?: AbortSignal): Promise<AssessmentSummary[]> {
  return page(await get(`${systemPath(system)}/assessments`, {}, signal), readSummary).items;
}

export async function fetchAssessment(id: string, signal?: AbortSignal): Promise<AssessmentDetail> {
  return readAssessment(await get(assessmentPath(id), {}, signal));
}

export async function compareAssessments(from: string, to: string, signal?: AbortSignal): Promise<AssessmentComparison> {
  return readAssessmentComparison(await get(`${BASE}/assessments/compare`, { from, to }, signal));
}

export async function signAssessment(id: string, part: SignaturePart, name: string): Promise<void> {
  await post(`${assessmentPath(id)}/signatures`, { part, name });
}

export function reportAddress(id: string, form: ReportForm): string {
  return withQuery(`${assessmentPath(id)}/report`, { form });
}

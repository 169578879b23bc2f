import type { Duty, MatrixItem, MatrixObject, Result, ResultCounts } from '../api/compliancetypes';

export function resultCounts(part: Partial<ResultCounts> = {}): ResultCounts {
  return { met: 0, 'partly-met': 0, 'not-met': 0, 'no-evidence': 0, 'not-assessed': 0, 'not-applicable': 0, ...part };
}

export function matrixObject(id: string, kind = 'host', part: Partial<MatrixObject> = {}): MatrixObject {
  return { id, name: id, kind, whole: false, ...part };
}

const COMPUTING = { zh: '安全计算环境', en: 'Computing environment' };

/** An item with its cells by object; a test names only what it is about. */
export function matrixItem(item: string, cells: Record<string, Result>, part: Partial<MatrixItem> = {}): MatrixItem {
  return {
    item,
    category: COMPUTING,
    controlPoint: { zh: '安全审计', en: 'Security audit' },
    gloss: { zh: '审计打开', en: 'Audit on' },
    class: 'automatic',
    result: Object.values(cells)[0] ?? 'no-evidence',
    waived: false,
    stale: false,
    highRisk: false,
    majorRisks: [],
    cells: new Map(Object.entries(cells).map(([object, result]) => [object, { result, stale: false }])),
    ...part,
  };
}

export function duty(due: string, part: Partial<Duty> = {}): Duty {
  return { system: 's', kind: 'rectification', title: { zh: '整改', en: 'Rectification' }, due, state: 'ok', daysLeft: 100, warnFrom: null, basis: { zh: '', en: '' }, ...part };
}

import { describe, expect, it } from 'vitest';
import { matrixItem, matrixObject } from '../testing/compliance';
import { bandsOf, columnNames, facetsOf, matchesMatrix, matrixLink, NO_MATRIX_FILTER, parseMatrixFilter, stepFrom, toMatrixRows, viewOf, writeMatrixFilter, type MatrixFilter } from './matrix';

const web = matrixObject('web-01');
const db = matrixObject('db-01', 'database');
const whole = matrixObject('review', 'organisation', { whole: true });
const PHYSICAL = { zh: '安全物理环境', en: 'Physical environment' };
const audit = matrixItem('L3-8.1.4.3-a', { 'web-01': 'met', 'db-01': 'not-met' }, { result: 'partly-met' });
const login = matrixItem('L3-8.1.4.1-a', { 'web-01': 'met' }, { controlPoint: { zh: '身份鉴别', en: 'Authentication' } });
const door = matrixItem('L3-8.1.1.2-a', { review: 'no-evidence' }, { category: PHYSICAL, controlPoint: { zh: '物理访问控制', en: 'Physical access' }, class: 'document', stale: true });
const matrix = { objects: [db, web, whole], items: [door, login, audit] };
const filter = (part: Partial<MatrixFilter>): MatrixFilter => ({ ...NO_MATRIX_FILTER, ...part });

describe('the filter', () => {
  it('stands in the address and comes back from it', () => {
    const held = filter({ categories: ['安全计算环境'], results: ['not-met', 'no-evidence'], classes: ['document'], objects: ['web-01'], kinds: ['host'], stale: true, text: '审计' });
    expect(parseMatrixFilter(writeMatrixFilter(held))).toEqual(held);
  });

  it('keeps what is not its own and takes away what is', () => {
    const kept = new URLSearchParams('tab=matrix&result=met&q=old');
    expect(writeMatrixFilter(NO_MATRIX_FILTER, kept).toString()).toBe('tab=matrix');
  });

  it('does not take over a result that there is none of', () => {
    expect(parseMatrixFilter(new URLSearchParams('result=green&result=met')).results).toEqual(['met']);
  });

  it('makes an address', () => {
    expect(matrixLink('review', { results: ['not-met'] })).toBe('/compliance/review?result=not-met');
    expect(matrixLink('review')).toBe('/compliance/review');
  });
});

describe('an item', () => {
  it('is judged by its own result over all objects', () => {
    expect(matchesMatrix(audit, filter({ results: ['partly-met'] }), [web, db])).toBe(true);
    expect(matchesMatrix(audit, filter({ results: ['not-met'] }), [web, db])).toBe(false);
  });

  it('is judged by the chosen objects where some are chosen', () => {
    const onDatabase = filter({ kinds: ['database'], results: ['not-met'] });
    expect(matchesMatrix(audit, onDatabase, [db])).toBe(true);
    expect(matchesMatrix(login, filter({ kinds: ['database'] }), [db])).toBe(false);
  });

  it('is found by clause, gloss or control point in either language', () => {
    for (const text of ['8.1.4.3', '审计打开', 'audit ON', '安全审计']) {
      expect(matchesMatrix(audit, filter({ text }), []), text).toBe(true);
    }
    expect(matchesMatrix(login, filter({ text: '8.1.4.3' }), [])).toBe(false);
  });
});

describe('the view', () => {
  it('puts the whole system first, then objects by kind', () => {
    expect(viewOf(matrix, NO_MATRIX_FILTER).columns.map(({ id }) => id)).toEqual(['review', 'web-01', 'db-01']);
  });

  it('leaves out columns that nothing shown is measured on', () => {
    const { columns, shown } = viewOf(matrix, filter({ categories: ['安全物理环境'] }));
    expect(columns.map(({ id }) => id)).toEqual(['review']);
    expect(shown).toBe(1);
  });

  it('groups by category and control point and counts what fails', () => {
    const rows = toMatrixRows([door, login, audit], [web, db]);
    expect(rows.map(({ type }) => type)).toEqual(['category', 'point', 'item', 'category', 'point', 'item', 'point', 'item']);
    expect(rows[3]).toMatchObject({ items: 2 });
    expect(rows[7]).toMatchObject({ failing: 1, cells: 2 });
  });

  it('draws one band over neighbours of a kind', () => {
    expect(bandsOf([whole, web, matrixObject('web-02'), db])).toEqual([
      { kind: 'organisation', from: 0, count: 1 },
      { kind: 'host', from: 1, count: 2 },
      { kind: 'database', from: 3, count: 1 },
    ]);
  });

  it('says only what tells neighbours of a kind apart', () => {
    const named = (id: string, name: string, kind = 'host') => matrixObject(id, kind, { name });
    expect(columnNames([named('a', '专利审查服务器 1 号'), named('b', '专利审查服务器 12 号'), named('c', '专利审查数据库 1 号', 'database')])).toEqual(['1 号', '12 号', '专利审查数据库 1 号']);
    expect(columnNames([named('a', '甲机'), named('b', '乙机')])).toEqual(['甲机', '乙机']);
  });
});

describe('counts of choices', () => {
  it('are those without the choice itself', () => {
    const facets = facetsOf(matrix, filter({ results: ['met'] }));
    expect(facets.result.get('no-evidence')).toBe(1);
    expect(facets.class.get('document')).toBeUndefined();
    expect(facets.stale).toBe(0);
    expect(facetsOf(matrix, NO_MATRIX_FILTER).stale).toBe(1);
  });
});

describe('keys', () => {
  const rows = toMatrixRows([door, login, audit], [web, db]);

  it('go over heads to the next item', () => {
    expect(stepFrom(rows, 2, { row: 2, column: 0 }, 'ArrowDown')).toEqual({ row: 5, column: 0 });
    expect(stepFrom(rows, 2, { row: 5, column: 0 }, 'ArrowUp')).toEqual({ row: 2, column: 0 });
  });

  it('stay inside', () => {
    expect(stepFrom(rows, 2, { row: 2, column: 0 }, 'ArrowUp')).toEqual({ row: 2, column: 0 });
    expect(stepFrom(rows, 2, { row: 2, column: 1 }, 'ArrowRight')).toEqual({ row: 2, column: 1 });
    expect(stepFrom(rows, 2, { row: 2, column: -1 }, 'ArrowLeft')).toEqual({ row: 2, column: -1 });
    expect(stepFrom(rows, 2, { row: 2, column: 1 }, 'Home')).toEqual({ row: 2, column: -1 });
  });
});

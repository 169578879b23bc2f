import { describe, expect, it } from 'vitest';
import type { LinkEdge, LinkGraph, LinkNode } from '../api/filingtypes';
import { aroundNode, MOST_DRAWN, placeGraph } from './linkgraph';

const node = (id: string, type: string): LinkNode => ({ id, type, label: id, masked: false, filings: 1 });
const edge = (from: string, to: string, hub = false): LinkEdge => ({ from, to, weight: hub ? 0 : 0.8, hub, why: { zh: '', en: '' } });

/** Two phones with three applicants each, in mixed order, and an address that all have. */
const GRAPH: LinkGraph = {
  nodes: [...['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => node(id, 'applicant')), node('p1', 'phone'), node('p2', 'phone'), node('h', 'address')],
  edges: [edge('c1', 'p1'), edge('c3', 'p1'), edge('c5', 'p1'), edge('c2', 'p2'), edge('c4', 'p2'), edge('c6', 'p2'), edge('c1', 'h', true), edge('c2', 'h', true)],
};
const radius = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);
const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe('the picture of links', () => {
  const placed = placeGraph(GRAPH);
  const at = (id: string) => placed.nodes.find((each) => each.id === id) ?? { x: NaN, y: NaN };

  it('is the same each time, whatever the order of the answer', () => {
    const turned = placeGraph({ nodes: GRAPH.nodes.toReversed(), edges: GRAPH.edges.toReversed() });
    expect(turned.nodes.find(({ id }) => id === 'c4')).toEqual(placed.nodes.find(({ id }) => id === 'c4'));
  });

  it('puts those who share a thing side by side', () => {
    expect(placed.nodes.slice(0, 6).map(({ id }) => id)).toEqual(['c1', 'c3', 'c5', 'c2', 'c4', 'c6']);
    expect(distance(at('p1'), at('c3'))).toBeLessThan(distance(at('p1'), at('c4')));
  });

  it('puts hubs outside of all, marked', () => {
    expect(radius(at('h'))).toBeGreaterThan(radius(at('c1')));
    expect(placed.nodes.filter(({ hub }) => hub).map(({ id }) => id)).toEqual(['h']);
  });

  it('leaves out the least linked of too many, and says how many', () => {
    const many = { nodes: [node('p', 'phone'), ...Array.from({ length: 300 }, (_, index) => node(`c${index}`, 'applicant'))], edges: Array.from({ length: 300 }, (_, index) => ({ ...edge(`c${index}`, 'p'), weight: index / 300 })) };
    const drawn = placeGraph(many);
    expect(drawn.nodes).toHaveLength(MOST_DRAWN);
    expect(drawn.omitted).toBe(301 - MOST_DRAWN);
    expect(drawn.nodes.some(({ id }) => id === 'p')).toBe(true);
  });

  it('of nothing is empty', () => {
    expect(placeGraph({ nodes: [], edges: [] })).toEqual({ nodes: [], edges: [], omitted: 0 });
  });
});

it('shows one node with its links alone', () => {
  expect(aroundNode(GRAPH, 'p2').nodes.map(({ id }) => id)).toEqual(['c2', 'c4', 'c6', 'p2']);
});

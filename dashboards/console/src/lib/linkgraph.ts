import type { LinkEdge, LinkGraph, LinkNode } from '../api/filingtypes';

export interface PlacedNode extends LinkNode {
  /** From -1 to 1 in both directions. */
  x: number;
  y: number;
  /** All its edges are hubs: it links nobody. */
  hub: boolean;
}

export interface PlacedGraph {
  nodes: PlacedNode[];
  edges: LinkEdge[];
  /** Nodes that were left out, the least linked ones. */
  omitted: number;
}

/** More would be a knot that nobody reads; the table has them all. */
export const MOST_DRAWN = 160;
const OUTER = 1;
const INNER = 0.6;
/** No thing stands farther out: on the ring it would look like an applicant. */
const MOST_INNER = 0.8;
const HUB = 1.28;
/** Nearer than this, two names lie on each other; names are wide and low. */
const APART_X = 0.66;
const APART_Y = 0.3;
/** The same along the outer ring, as an angle. */
const APART_ANGLE = 0.3;
const ROUNDS = 60;

/** Applicants stand outside; what they share stands inside, near those who share it. */
function isOuter(node: LinkNode): boolean {
  return node.type === 'applicant';
}

/** The nodes that matter most, and the edges between them. */
function cut(graph: LinkGraph): LinkGraph {
  const strength = new Map<string, number>();
  graph.edges.forEach((edge) => {
    const weight = edge.hub ? 0.01 : edge.weight;
    strength.set(edge.from, (strength.get(edge.from) ?? 0) + weight);
    strength.set(edge.to, (strength.get(edge.to) ?? 0) + weight);
  });
  const kept = graph.nodes.toSorted((a, b) => (strength.get(b.id) ?? 0) - (strength.get(a.id) ?? 0) || a.id.localeCompare(b.id)).slice(0, MOST_DRAWN);
  const ids = new Set(kept.map(({ id }) => id));
  return { nodes: graph.nodes.filter(({ id }) => ids.has(id)), edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

/** Neighbours over edges that count; where a node has none, over all. */
function neighbours(graph: LinkGraph): Map<string, LinkEdge[]> {
  const all = new Map<string, LinkEdge[]>(graph.nodes.map(({ id }) => [id, []]));
  graph.edges.forEach((edge) => {
    all.get(edge.from)?.push(edge);
    all.get(edge.to)?.push(edge);
  });
  return all;
}

const otherEnd = (edge: LinkEdge, id: string) => (edge.from === id ? edge.to : edge.from);

/** Pushes apart what lies on each other, in a fixed order, so that the picture stays the same. */
function settle(nodes: PlacedNode[]): PlacedNode[] {
  const moved = nodes.map((node) => ({ ...node }));
  for (let round = 0; round < ROUNDS; round += 1) {
    moved.forEach((a, index) => {
      moved.slice(index + 1).forEach((b, offset) => {
        const dx = (b.x - a.x) / APART_X;
        const dy = (b.y - a.y) / APART_Y;
        const far = Math.hypot(dx, dy);
        if (far < 1) {
          // Those in one place part in a direction of their own.
          const angle = far < 1e-6 ? index + offset + 1 : Math.atan2(dy, dx);
          const push = (1 - far) / 2;
          a.x -= Math.cos(angle) * push * APART_X;
          a.y -= Math.sin(angle) * push * APART_Y;
          b.x += Math.cos(angle) * push * APART_X;
          b.y += Math.sin(angle) * push * APART_Y;
        }
      });
    });
  }
  return moved.map((node) => {
    const radius = Math.hypot(node.x, node.y);
    const shrink = radius > MOST_INNER ? MOST_INNER / radius : 1;
    return { ...node, x: node.x * shrink, y: node.y * shrink };
  });
}

/**
 * Places a graph in a ring, the same each time: applicants on it, ordered by the things that they
 * share, so that who belongs together stands together; things inside, in the middle of those who
 * share them; hubs outside of all.
 */
export function placeGraph(whole: LinkGraph): PlacedGraph {
  const graph = cut(whole);
  const near = neighbours(graph);
  const isHub = (id: string) => {
    const edges = near.get(id) ?? [];
    return edges.length > 0 && edges.every((edge) => edge.hub);
  };
  const outer = graph.nodes.filter((node) => isOuter(node));
  const inner = graph.nodes.filter((node) => !isOuter(node) && !isHub(node.id));
  const hubs = graph.nodes.filter((node) => !isOuter(node) && isHub(node.id));
  // The most selective things first: what all share tells nobody apart.
  const byReach = inner.toSorted((a, b) => (near.get(a.id)?.length ?? 0) - (near.get(b.id)?.length ?? 0) || a.id.localeCompare(b.id));
  const rank = new Map(byReach.map(({ id }, index) => [id, index]));
  const signature = (node: LinkNode) =>
    (near.get(node.id) ?? [])
      .filter((edge) => !edge.hub)
      .map((edge) => rank.get(otherEnd(edge, node.id)) ?? Number.MAX_SAFE_INTEGER)
      .sort((a, b) => a - b)
      .map((value) => String(value).padStart(4, '0'))
      .join();
  const ordered = outer.map((node) => ({ node, key: signature(node) })).sort((a, b) => a.key.localeCompare(b.key) || a.node.id.localeCompare(b.node.id));
  const angles = new Map<string, number>();
  const place = (node: LinkNode, angle: number, radius: number): PlacedNode => {
    angles.set(node.id, angle);
    return { ...node, x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius, hub: isHub(node.id) };
  };
  const placed = ordered.map(({ node }, index) => place(node, (2 * Math.PI * index) / ordered.length, OUTER));
  /** The middle of those who share it; the centre where all do. */
  const middle = (node: LinkNode) => {
    const around = (near.get(node.id) ?? []).map((edge) => angles.get(otherEnd(edge, node.id))).filter((angle) => angle !== undefined);
    const count = Math.max(1, around.length);
    return { x: around.reduce((sum, angle) => sum + Math.sin(angle), 0) / count, y: -around.reduce((sum, angle) => sum + Math.cos(angle), 0) / count };
  };
  const things = settle(inner.toSorted((a, b) => a.id.localeCompare(b.id)).map((node) => {
    const { x, y } = middle(node);
    return { ...node, x: x * INNER, y: y * INNER, hub: false };
  }));
  const outside = hubs
    .map((node) => ({ node, angle: Math.atan2(middle(node).x, -middle(node).y) }))
    .sort((a, b) => a.angle - b.angle || a.node.id.localeCompare(b.node.id))
    .map(({ node, angle }, index, all) => place(node, Math.max(angle, (all[0]?.angle ?? 0) + index * APART_ANGLE), HUB));
  return { nodes: [...placed, ...things, ...outside], edges: graph.edges, omitted: whole.nodes.length - graph.nodes.length };
}

/** A node with what it is linked to. */
export function aroundNode(graph: LinkGraph, id: string): LinkGraph {
  const edges = graph.edges.filter(({ from, to }) => from === id || to === id);
  const ids = new Set([id, ...edges.map((edge) => otherEnd(edge, id))]);
  return { nodes: graph.nodes.filter((node) => ids.has(node.id)), edges };
}

import { cdp } from 'vitest/browser';

/** The commands of the browser's own protocol that are spoken here. */
interface Session {
  send(command: 'Page.getFrameTree'): Promise<{ frameTree: FrameTree }>;
  send(command: 'Accessibility.getFullAXTree', given: { frameId: string }): Promise<{ nodes: ProtocolNode[] }>;
  send(
    command: 'Emulation.setEmulatedMedia',
    given: { media: string; features: { name: string; value: string }[] },
  ): Promise<unknown>;
  send(command: 'Emulation.setTouchEmulationEnabled', given: { enabled: boolean }): Promise<unknown>;
}

interface FrameTree {
  frame: { id: string; name?: string };
  childFrames?: FrameTree[];
}

interface ProtocolNode {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: string | number };
  properties?: { name: string; value: { value?: unknown } }[];
}

/** What assistive technology is told of an element. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  value: string | number | undefined;
  /** States and properties by the browser's own names: `level`, `modal`, `busy`, `disabled`, … */
  states: Readonly<Record<string, unknown>>;
}

const session = () => cdp() as unknown as Session;

/** The accessibility tree of the page as Chromium builds it, in its order, without what it passes over. */
export async function readTree(): Promise<AccessibleNode[]> {
  const { frameTree } = await session().send('Page.getFrameTree');
  const own = (frameTree.childFrames ?? []).find(({ frame }) => frame.name === window.name) ?? frameTree;
  const { nodes } = await session().send('Accessibility.getFullAXTree', { frameId: own.frame.id });
  return inOrder(nodes)
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, value, properties = [] }) => ({
      role: role?.value ?? '',
      name: name?.value ?? '',
      description: description?.value ?? '',
      value: value?.value,
      states: Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
    }));
}

/** From the top down: the protocol tells of nodes level by level. */
function inOrder(nodes: readonly ProtocolNode[]): ProtocolNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (id: string): ProtocolNode[] => {
    const node = byId.get(id);
    return node ? [node, ...(node.childIds ?? []).flatMap(below)] : [];
  };
  return nodes
    .filter(({ parentId }) => parentId === undefined || !byId.has(parentId))
    .flatMap(({ nodeId }) => below(nodeId));
}

export interface Wishes {
  forcedColors?: boolean;
  /** @default false: as in all other tests, motion is reduced */
  motion?: boolean;
  /** Fingers are what the page is pointed at with. */
  touch?: boolean;
  /** The page as it is printed. */
  print?: boolean;
}

/** Has the browser say that the reader has these wishes; without any, that it is as in all other tests. */
export async function wish(wishes: Wishes = {}): Promise<void> {
  const { forcedColors = false, motion = false, touch = false, print = false } = wishes;
  await session().send('Emulation.setTouchEmulationEnabled', { enabled: touch });
  await session().send('Emulation.setEmulatedMedia', {
    media: print ? 'print' : '',
    features: [
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: motion ? 'no-preference' : 'reduce' },
    ],
  });
}

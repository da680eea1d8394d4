// Loaded before everything else of a page under test: collects its complaints, and holds the measures of the other tests.
import { rgbaOf } from '../../stories/contrastRatio.js';
import { layoutFaults } from '../accessibility/layoutFaults.js';
import { faintOf, measureControls, measureTexts } from '../styles/contrast.js';

const complaints: string[] = [];

for (const level of ['error', 'warn'] as const) {
  const original = console[level];
  console[level] = (...args: unknown[]) => {
    complaints.push(`console.${level}: ${args.map(String).join(' ')}`);
    original(...args);
  };
}
addEventListener('error', ({ message }) => complaints.push(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => complaints.push(`unhandled rejection: ${String(reason)}`));
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  complaints.push(`policy: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
);

/** The panel, in the document or in the shadow root of the element. */
function findRoot(): HTMLElement {
  const shadow = document.querySelector('mixpeek-users-panel')?.shadowRoot;
  const root = (shadow ?? document).querySelector<HTMLElement>('.mup-root');
  if (!root) throw new Error('There is no panel in the page.');
  return root;
}

/** What has the focus, in whichever shadow root. */
function findFocused(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

const inPage = {
  complaints,
  findRoot,
  findFocused,
  layoutFaults,
  readColor: rgbaOf,
  /** Texts and controls without enough contrast, one sentence each; and how many were measured. */
  measureContrast: (root: Element) => {
    const findings = [...measureTexts(root), ...measureControls(root)];
    return { count: findings.length, faint: faintOf(findings) };
  },
};

declare global {
  // eslint-disable-next-line no-var
  var kit: typeof inPage;
}
globalThis.kit = inPage;

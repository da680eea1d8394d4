import { UsersPanel, type UsersTokens } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import { useId, useMemo, useState } from 'react';
import { ContrastTable } from './ContrastTable.js';
import './TokenEditor.css';

type Token = Exclude<keyof UsersTokens, 'scheme'>;

/** What one chooses each token by, what it begins with, and with what in the dark. */
const CHOICES: Readonly<Record<Token, { type: 'color' | 'text'; value: string; dark?: string }>> = {
  accent: { type: 'color', value: '#0f766e', dark: '#2dd4bf' },
  onAccent: { type: 'color', value: '#ffffff', dark: '#06201d' },
  background: { type: 'color', value: '#ffffff', dark: '#14161b' },
  surface: { type: 'color', value: '#f6f7f9', dark: '#1c1f26' },
  text: { type: 'color', value: '#1a1a1f', dark: '#eceef2' },
  muted: { type: 'color', value: '#5b5b66', dark: '#a6a9b3' },
  border: { type: 'color', value: '#d9d9e0', dark: '#343842' },
  danger: { type: 'color', value: '#c62828', dark: '#ff8787' },
  success: { type: 'color', value: '#1b7f3b', dark: '#69db7c' },
  warning: { type: 'color', value: '#9a6700', dark: '#ffc078' },
  radius: { type: 'text', value: '8px' },
  space: { type: 'text', value: '4px' },
  font: { type: 'text', value: 'system-ui, sans-serif' },
  fontSize: { type: 'text', value: '14px' },
};
const NAMES = Object.keys(CHOICES) as Token[];

const cssName = (token: Token) => `--mup-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const startOf = (token: Token, scheme: UsersTokens['scheme']) =>
  (scheme === 'dark' && CHOICES[token].dark) || CHOICES[token].value;

/** Whether the panel would take it: a length needs its unit, and what is empty is nothing. */
function isSound(token: Token, value: string | undefined): boolean {
  if (!value) return false;
  if (CHOICES[token].type === 'color') return true;
  return CSS.supports(token === 'font' ? 'font-family' : 'border-spacing', value);
}

/**
 * Tokens to play with: the panel takes them at once, what can be told from what is counted, and the sheet and the prop to
 * copy are below. Only what is ticked is set.
 */
export function TokenEditor() {
  const id = useId();
  const [chosen, setChosen] = useState<UsersTokens>({
    accent: CHOICES.accent.value,
    radius: '12px',
    scheme: 'light',
  });
  const dataProvider = useMemo(
    () => createMemoryDataProvider(createSeed({ appId: 'app_demo', members: 4, invitations: 1 })),
    [],
  );
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const change = (token: keyof UsersTokens, value: string | undefined) =>
    setChosen((now) => ({ ...now, [token]: value }));
  const given = NAMES.filter((token) => isSound(token, chosen[token]));
  const sheet = [
    ...given.map((token) => `  ${cssName(token)}: ${chosen[token]};`),
    ...(chosen.scheme === 'dark' ? ['  color-scheme: dark;'] : []),
  ];
  const prop = [...given, 'scheme' as const].map((token) => `  ${token}: ${JSON.stringify(chosen[token])},`);
  return (
    <div className="token-editor">
      <fieldset>
        <legend>Tokens</legend>
        {NAMES.map((token) => (
          <div key={token} className="token-editor-row">
            <input
              id={`${id}-${token}-on`}
              type="checkbox"
              checked={chosen[token] !== undefined}
              onChange={(event) => change(token, event.target.checked ? startOf(token, chosen.scheme) : undefined)}
            />
            <label htmlFor={`${id}-${token}-on`}>{token}</label>
            <input
              type={CHOICES[token].type}
              aria-label={`Value of ${token}`}
              value={chosen[token] ?? startOf(token, chosen.scheme)}
              aria-invalid={chosen[token] !== undefined && !isSound(token, chosen[token])}
              onChange={(event) => change(token, event.target.value)}
            />
          </div>
        ))}
        <div className="token-editor-row">
          <label htmlFor={`${id}-scheme`}>scheme</label>
          <select id={`${id}-scheme`} value={chosen.scheme} onChange={(event) => change('scheme', event.target.value)}>
            <option>light</option>
            <option>dark</option>
          </select>
        </div>
      </fieldset>
      <div>
        <div className="token-editor-panel" ref={setPanel}>
          <UsersPanel appId="app_demo" dataProvider={dataProvider} tokens={chosen} />
        </div>
        <ContrastTable panel={panel} tokens={chosen} />
      </div>
      <CodeToCopy label="Sheet to copy" lines={['.mup-root {', ...sheet, '}']} />
      <CodeToCopy
        label="Prop to copy"
        lines={['const tokens = {', ...prop, '};', '', '<UsersPanel appId="app_demo" tokens={tokens} />']}
      />
    </div>
  );
}

function CodeToCopy({ label, lines }: { label: string; lines: readonly string[] }) {
  return (
    <label className="token-editor-code">
      {label}
      <textarea readOnly rows={lines.length} value={lines.join('\n')} onFocus={(event) => event.target.select()} />
    </label>
  );
}

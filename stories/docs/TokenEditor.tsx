import { UsersPanel, type UsersTokens } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import { useId, useMemo, useState } from 'react';
import { ContrastTable } from './ContrastTable.js';
import './TokenEditor.css';

type Token = Exclude<keyof UsersTokens, 'scheme'>;

/** What one chooses each token by, and what it begins with. */
const CHOICES: Readonly<Record<Token, { type: 'color' | 'text'; value: string }>> = {
  accent: { type: 'color', value: '#0f766e' },
  onAccent: { type: 'color', value: '#ffffff' },
  background: { type: 'color', value: '#ffffff' },
  surface: { type: 'color', value: '#f6f7f9' },
  text: { type: 'color', value: '#1a1a1f' },
  muted: { type: 'color', value: '#5b5b66' },
  border: { type: 'color', value: '#d9d9e0' },
  danger: { type: 'color', value: '#c62828' },
  success: { type: 'color', value: '#1b7f3b' },
  warning: { type: 'color', value: '#9a6700' },
  radius: { type: 'text', value: '8px' },
  space: { type: 'text', value: '4px' },
  font: { type: 'text', value: 'system-ui, sans-serif' },
  fontSize: { type: 'text', value: '14px' },
};
const NAMES = Object.keys(CHOICES) as Token[];

const cssName = (token: Token) => `--mup-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

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
  const given = NAMES.filter((token) => chosen[token]);
  const sheet = given.map((token) => `  ${cssName(token)}: ${chosen[token]};`);
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
              onChange={(event) => change(token, event.target.checked ? CHOICES[token].value : undefined)}
            />
            <label htmlFor={`${id}-${token}-on`}>{token}</label>
            <input
              type={CHOICES[token].type}
              aria-label={`Value of ${token}`}
              value={chosen[token] ?? CHOICES[token].value}
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
    <textarea
      readOnly
      aria-label={label}
      rows={lines.length}
      value={lines.join('\n')}
      onFocus={(event) => event.target.select()}
    />
  );
}

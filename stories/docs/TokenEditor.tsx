import { UsersPanel, type UsersTokens } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import { useId, useMemo, useState } from 'react';
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

/** Tokens to play with: the panel takes them at once, and the sheet to copy is below. Only what is ticked is set. */
export function TokenEditor() {
  const id = useId();
  const [chosen, setChosen] = useState<UsersTokens>({ accent: CHOICES.accent.value, radius: '12px' });
  const dataProvider = useMemo(
    () => createMemoryDataProvider(createSeed({ appId: 'app_demo', members: 4, invitations: 1 })),
    [],
  );
  const set = (token: Token, value: string | undefined) => setChosen((now) => ({ ...now, [token]: value }));
  const lines = NAMES.flatMap((token) => (chosen[token] ? `  ${cssName(token)}: ${chosen[token]};` : []));
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
              onChange={(event) => set(token, event.target.checked ? CHOICES[token].value : undefined)}
            />
            <label htmlFor={`${id}-${token}-on`}>{token}</label>
            <input
              type={CHOICES[token].type}
              aria-label={`Value of ${token}`}
              value={chosen[token] ?? CHOICES[token].value}
              onChange={(event) => set(token, event.target.value)}
            />
          </div>
        ))}
      </fieldset>
      <div className="token-editor-panel">
        <UsersPanel appId="app_demo" dataProvider={dataProvider} tokens={chosen} theme="light" />
      </div>
      <textarea
        readOnly
        aria-label="Sheet to copy"
        rows={lines.length + 2}
        value={`.mup-root {\n${lines.join('\n')}\n}`}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}

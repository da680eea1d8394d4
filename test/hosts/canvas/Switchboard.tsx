import { useEffect, useState } from 'react';
import type { Looks } from './looks.js';

export type Who = keyof typeof PEOPLE;

/** Who may be looking. */
export const PEOPLE = {
  admin: 'Admin',
  other_admin: 'Another admin',
  member: 'Member',
  signed_out: 'Nobody (signed out)',
} as const;

const ROSTERS = { small: '12 people', thousand: '1,000', 'ten-thousand': '10,000', 'only-me': 'Only me' };
const LATENCIES = { '0': 'None', '300': '0.3 s', '1500': '1.5 s' };
const LAGS = { '0': 'None', '3000': '3 s' };
const FAULTS = {
  none: 'None',
  'http-401': '401: the session has ended',
  'http-403': '403: no longer an admin',
  'key-refused': 'Mixpeek refuses the key',
  'http-404': '404 Not found',
  'http-409': '409 Conflict',
  'http-422': '422 Unprocessable',
  'http-429': '429 Too many requests',
  'http-500': '500 Server error',
  'http-503': '503 Unavailable',
  'cut-before': 'Connection cut before it acts',
  'cut-after': 'Connection cut after it acted',
  malformed: 'Answers HTML',
  slow: 'Very slow',
};
const OPERATIONS = {
  '*': 'Everything',
  listMembers: 'List members',
  inviteMember: 'Invite',
  updateMemberRole: 'Change role',
  removeMember: 'Remove',
  listInvitations: 'List invitations',
  revokeInvitation: 'Revoke',
};
const ERROR_STYLES = { mixpeek: 'Mixpeek', fastapi: 'FastAPI', clerk: 'Clerk' };
const BACK_ENDS = { mixpeek: 'Mixpeek', clerk: 'Clerk, in this page' };
const THEMES = { system: 'System', light: 'Light', dark: 'Dark' };
const DIRECTIONS = { ltr: 'Left to right', rtl: 'Right to left' };

interface Settings {
  latencyMs: keyof typeof LATENCIES;
  lagMs: keyof typeof LAGS;
  errorStyle: keyof typeof ERROR_STYLES;
  fault: keyof typeof FAULTS;
  operation: keyof typeof OPERATIONS;
  roster: keyof typeof ROSTERS;
}
interface State {
  settings: Settings;
  who: Who;
}

interface SwitchboardProps {
  looks: Looks;
  onLooksChange: (looks: Looks) => void;
}

/** The demo's controls: who is looking, what the back end does, how the page looks. No part of the panel. */
export function Switchboard({ looks, onLooksChange }: SwitchboardProps) {
  const [state, setState] = useState<State>();
  useEffect(() => {
    void readState().then(setState);
  }, []);
  if (!state) return null;
  const { settings } = state;

  const change = async (changes: Partial<Settings>) => {
    await send('/demo/settings', changes);
    // Other people are another world, in which the session of this one means nothing.
    if (changes.roster) await signInAs(state.who === 'signed_out' ? 'signed_out' : 'admin');
    else setState({ ...state, settings: { ...settings, ...changes } });
  };

  return (
    <aside className="host-switchboard" aria-labelledby="switchboard-title">
      <h2 id="switchboard-title">Demo controls</h2>
      <p>These are no part of the panel.</p>
      <form aria-labelledby="switchboard-title">
        <Choice
          label="Back end"
          options={BACK_ENDS}
          value={looks.backEnd}
          onChange={(backEnd) => onLooksChange({ ...looks, backEnd })}
        />
        {looks.backEnd === 'mixpeek' && (
          <>
            <Choice label="Who is looking" options={PEOPLE} value={state.who} onChange={(who) => void signInAs(who)} />
            <Choice
              label="People"
              options={ROSTERS}
              value={settings.roster}
              onChange={(roster) => void change({ roster })}
            />
            <Choice
              label="Latency"
              options={LATENCIES}
              value={settings.latencyMs}
              onChange={(latencyMs) => void change({ latencyMs })}
            />
            <Choice
              label="Fault"
              options={FAULTS}
              value={settings.fault}
              onChange={(fault) => void change({ fault })}
            />
            <Choice
              label="Fault hits"
              options={OPERATIONS}
              value={settings.operation}
              onChange={(operation) => void change({ operation })}
            />
            <Choice
              label="Error style"
              options={ERROR_STYLES}
              value={settings.errorStyle}
              onChange={(errorStyle) => void change({ errorStyle })}
            />
            <Choice
              label="Lists lag by"
              options={LAGS}
              value={settings.lagMs}
              onChange={(lagMs) => void change({ lagMs })}
            />
          </>
        )}
        <Choice
          label="Theme"
          options={THEMES}
          value={looks.theme}
          onChange={(theme) => onLooksChange({ ...looks, theme })}
        />
        <Choice
          label="Direction"
          options={DIRECTIONS}
          value={looks.dir}
          onChange={(dir) => onLooksChange({ ...looks, dir })}
        />
        {looks.backEnd === 'mixpeek' && (
          <button type="button" onClick={() => void reset()}>
            Reset data
          </button>
        )}
      </form>
    </aside>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  options: Readonly<Record<Value, string>>;
  value: Value;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {Object.entries<string>(options).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Gives the visitor another session, and loads the page anew as a sign-in does. */
export async function signInAs(who: Who): Promise<void> {
  await send('/demo/session', { who });
  window.location.reload();
}

async function reset(): Promise<void> {
  await send('/demo/reset', {});
  window.location.reload();
}

async function readState(): Promise<State> {
  const response = await fetch('/demo/state');
  return (await response.json()) as State;
}

async function send(path: string, body: object): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
}

import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import '../src/styles/index.css';
import { putPointerAway } from './components/pointer.js';
import { startWatching, stopWatching } from './consoleWatch.js';

// What is read out is on the screen as well, where people see it: tests mean that.
// The time is a limit for what hangs: a slow or busy machine must not turn a test red.
configure({ defaultIgnore: 'script, style, .mup-announcements *', asyncUtilTimeout: 15_000 });

beforeEach(startWatching);

// Vitest itself fails on rejections that nobody handles.
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await putPointerAway();
  // What was left in the invite field is kept for the session.
  sessionStorage.clear();
  const unexpected = stopWatching();
  if (unexpected.length > 0) throw new Error(`Nobody expected this in the console:\n${unexpected.join('\n')}`);
});

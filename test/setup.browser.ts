import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import '../src/styles/index.css';
import { startWatching, stopWatching } from './consoleWatch.js';

beforeEach(startWatching);

// Vitest itself fails on rejections that nobody handles.
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  // What was left in the invite field is kept for the session.
  sessionStorage.clear();
  expect(stopWatching(), 'The console was told something that no test expected.').toEqual([]);
});

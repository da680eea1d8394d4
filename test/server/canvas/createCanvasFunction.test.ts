import { vi } from 'vitest';
import { createCanvasFunction } from '../../../src/server/index.js';
import { describeCanvasFunction } from './canvasCases.js';

// Its own log, which the faults below fill.
vi.spyOn(console, 'error').mockImplementation(() => {});

describeCanvasFunction((fetch) => {
  // Never given back in this file: a call that was aborted may go on for a moment.
  vi.stubGlobal('fetch', fetch);
  return createCanvasFunction();
});

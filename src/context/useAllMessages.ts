'use client';

import { useMessages } from './useMessages.js';
import { wholeLanguage, type WholeLanguage } from './wholeLanguage.js';

/** `useMessages` for what is loaded after the first rows, and brings the English of its own along. */
export function useAllMessages(): WholeLanguage {
  return wholeLanguage(useMessages());
}

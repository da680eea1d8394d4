'use client';

import { createContext } from 'react';

/** Whether a piece is one of a panel's, which has asked for the lists already when it shows its pieces. */
export const WithinPanel = createContext(false);

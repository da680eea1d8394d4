/** The icons of what is loaded after the first rows, drawn as those in `Icon` are. */
export const laterIcons = {
  mail: { path: 'M1.8 3.5h12.4v9H1.8zm0 .5L8 8.8 14.2 4' },
  resend: { path: 'M13 8a5 5 0 1 1-1.6-3.7L13 5.8M13 2.3v3.5H9.5' },
  link: {
    path: 'm6.6 9.4 2.8-2.8M7.2 4.7l1.3-1.3a2.9 2.9 0 0 1 4.1 4.1l-1.3 1.3m-2.5 2.5-1.3 1.3a2.9 2.9 0 0 1-4.1-4.1l1.3-1.3',
  },
} as const;

export interface Looks {
  theme: 'light' | 'dark' | 'system';
  dir: 'ltr' | 'rtl';
  /** Whose people are shown. */
  backEnd: 'mixpeek' | 'clerk';
}

/** The looks named in the page's address, so that a reload keeps them. */
export function readLooks(): Looks {
  const query = new URLSearchParams(window.location.search);
  const theme = query.get('theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    dir: query.get('dir') === 'rtl' ? 'rtl' : 'ltr',
    backEnd: query.get('backEnd') === 'clerk' ? 'clerk' : 'mixpeek',
  };
}

/** Puts the looks on the page and into its address. */
export function writeLooks({ theme, dir, backEnd }: Looks): void {
  const page = document.documentElement;
  if (theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
  page.dir = dir;
  const url = new URL(window.location.href);
  url.searchParams.set('theme', theme);
  url.searchParams.set('dir', dir);
  url.searchParams.set('backEnd', backEnd);
  window.history.replaceState(null, '', url);
}

/** What Vite gives for an import or a glob with `?raw`: the text of the file. */
declare module '*?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  glob: <T>(
    patterns: readonly string[],
    options: { query: '?raw'; import: 'default'; eager: true },
  ) => Record<string, T>;
}

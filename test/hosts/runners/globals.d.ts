// What Jest and Vitest both give to a test file.
declare const test: (title: string, run: () => Promise<void>) => void;
declare const beforeAll: (run: () => void) => void;
declare const afterAll: (run: () => void) => void;
declare const expect: (value: unknown) => { toMatchObject: (part: object) => void };

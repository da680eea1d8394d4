import { expect, test } from 'vitest';
import { usersKeys, type KeyScope } from '../../src/query/keys.js';

const scope = (appId: string, name = 'mixpeek'): KeyScope => ({ appId, dataProvider: { name } });
const makers = Object.entries(usersKeys);

test.each(makers)('the key of %s stands under one root, with provider and app', (_name, key) => {
  expect(key(scope('app_1')).slice(0, 3)).toEqual(['users-panel', 'mixpeek', 'app_1']);
});

test('no two kinds of data, apps or data providers share a key', () => {
  const scopes = [scope('app_1'), scope('app_2'), scope('app_1', 'clerk')];
  const keys = makers.flatMap(([, key]) => scopes.map((one) => JSON.stringify(key(one))));
  expect(new Set(keys).size).toBe(keys.length);
});

test('everything of an app is under its root, so that one call resets it', () => {
  const root = usersKeys.app(scope('app_1'));
  for (const [, key] of makers) expect(key(scope('app_1')).slice(0, root.length)).toEqual(root);
});

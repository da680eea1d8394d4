import { act, renderHook } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { usePages } from '../../src/query/usePages.js';

const last = { nextCursor: null, isCurrent: true };
const before = (nextCursor: string) => ({ nextCursor, isCurrent: true });
const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a list that is whole', () => {
  test('is cut into pages, with ways on only where there are any', () => {
    const { result } = renderHook(() => usePages(10, 'whole'));
    const page = (count: number) => result.current.show(rows(count), last);
    expect(page(25)).toMatchObject({ rows: rows(10), offset: 0 });
    expect(page(25).previous).toBeUndefined();
    act(() => page(25).next?.());
    expect(page(25)).toMatchObject({ rows: rows(20).slice(10), offset: 10 });
    act(() => page(25).next?.());
    expect(page(25)).toMatchObject({ rows: rows(25).slice(20), offset: 20 });
    expect(page(25).next).toBeUndefined();
    act(() => page(25).previous?.());
    expect(page(25).offset).toBe(10);
    act(() => result.current.restart());
    expect(page(25).offset).toBe(0);
  });

  test.each([
    [0, [], 0],
    [10, rows(10), 0],
  ])('of %s rows is one page', (count, shown, offset) => {
    const { result } = renderHook(() => usePages(10, 'whole'));
    const page = result.current.show(rows(count), last);
    expect(page).toEqual({ rows: shown, offset });
  });

  test('that grows shorter shows its last page, not an empty one', () => {
    const { result } = renderHook(() => usePages(10, 'whole'));
    for (let times = 0; times < 2; times += 1) act(() => result.current.show(rows(30), last).next?.());
    expect(result.current.show(rows(12), last)).toMatchObject({ rows: [10, 11], offset: 10 });
    expect(result.current.show(rows(0), last)).toMatchObject({ rows: [], offset: 0 });
    // From what is shown one goes on, not from where one was.
    act(() => result.current.show(rows(12), last).previous?.());
    expect(result.current.show(rows(30), last).offset).toBe(0);
  });
});

describe('a list that the back end pages', () => {
  test('is walked by the cursors that led here', () => {
    const { result } = renderHook(() => usePages(10, 'cursor'));
    expect(result.current.cursor).toBeUndefined();
    act(() => result.current.show(rows(10), before('b')).next?.());
    expect(result.current.cursor).toBe('b');
    act(() => result.current.show(rows(10), before('c')).next?.());
    expect(result.current.cursor).toBe('c');
    const third = result.current.show(rows(3), last);
    expect(third).toMatchObject({ rows: rows(3), offset: 20 });
    expect(third.next).toBeUndefined();
    act(() => third.previous?.());
    expect(result.current.cursor).toBe('b');
    act(() => result.current.show(rows(10), before('c')).previous?.());
    expect(result.current.cursor).toBeUndefined();
    expect(result.current.show(rows(10), before('b')).previous).toBeUndefined();
  });

  test('begins anew after another search', () => {
    const { result } = renderHook(() => usePages(10, 'cursor'));
    act(() => result.current.show(rows(10), before('b')).next?.());
    act(() => result.current.restart());
    expect(result.current.cursor).toBeUndefined();
    expect(result.current.show(rows(10), before('b')).offset).toBe(0);
  });
});

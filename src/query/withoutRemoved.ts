import type { MemberPage } from '../model/dataProvider.js';
import { overlayMembers, type RecentWrites } from './recentWrites.js';

/** A list without those who were removed here: it may lag. */
export function withoutRemoved(page: MemberPage, writes: RecentWrites): MemberPage {
  const removals = writes.read().filter(({ kind }) => kind === 'removed');
  return overlayMembers(page, removals);
}

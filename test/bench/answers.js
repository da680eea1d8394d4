// What the pages are told: the same seeded people for all of them.
import { gzipSync } from 'node:zlib';
import { createSeed } from '@mixpeek/users-panel/memory';
import { createFakeMixpeek } from '@mixpeek/users-panel/msw';

const INVITATIONS = 5;
const APP = 'https://bench.example.com/v1/apps/app_demo';

/** @param {number} members */
export function seedOf(members) {
  return createSeed({ members, invitations: INVITATIONS });
}

/**
 * The answers to both lists of an app of so many members, made once and sent as they are: what a back end needs to think
 * is no page's merit.
 * @typedef {{ plain: Buffer, gzip: Buffer }} Body
 * @typedef {{ members: Body, invitations: Body, admin: string }} Answers
 */

/** @type {Map<number, Promise<Answers>>} */
const made = new Map();

/**
 * @param {number} members
 * @returns {Promise<Answers>}
 */
export function answersFor(members) {
  const answers = made.get(members) ?? makeAnswers(members);
  made.set(members, answers);
  return answers;
}

/** @param {number} members */
async function makeAnswers(members) {
  const seed = seedOf(members);
  const fake = createFakeMixpeek(seed);
  const bodyOf = async (/** @type {string} */ path) => {
    const plain = Buffer.from(await (await fake(new Request(APP + path))).arrayBuffer());
    return { plain, gzip: gzipSync(plain) };
  };
  return {
    members: await bodyOf('/users'),
    invitations: await bodyOf('/users/invitations'),
    admin: seed.members[0]?.userId ?? '',
  };
}

const faces = seedOf(1000).members;

/**
 * One page of a list of any length, made as it is asked for: nobody holds the whole of it.
 * @param {number} total
 * @param {URLSearchParams} asked
 */
export function pageOf(total, asked) {
  const start = Number(asked.get('cursor') ?? 0);
  const end = Math.min(start + Number(asked.get('limit') ?? 10), total);
  const members = Array.from({ length: end - start }, (_, offset) => {
    const index = start + offset;
    const face = faces[index % faces.length];
    return { ...face, userId: `user_${index}`, membershipId: `orgmem_${index}`, email: `${index}.${face?.email}` };
  });
  return { members, total, nextCursor: end < total ? String(end) : null, unreadable: 0 };
}

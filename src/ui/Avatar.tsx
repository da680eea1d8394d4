'use client';

import { useState } from 'react';
import { useSlot } from './useSlot.js';

export interface AvatarProps {
  /** Shown only when it is an absolute `https:` URL of another host than the page's. Initials replace it otherwise, or when it fails to load. */
  src: string | null;
  /** Whose initials are shown. */
  name: string;
}

/** Decoration beside a name. */
export function Avatar({ src, name }: AvatarProps) {
  const slot = useSlot();
  const [failed, setFailed] = useState<string | null>(null);
  const url = src === null ? null : toPictureUrl(src);
  const shown = url === failed ? null : url;
  return (
    <span {...slot('avatar', { tone: shown ? null : toneOf(name) })} aria-hidden="true">
      {shown ? (
        <img
          {...slot('avatar-image')}
          src={shown}
          alt=""
          width={32}
          height={32}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setFailed(shown)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

/**
 * The URL to load, as it was parsed: `https:logout` is a host to `URL`, and a path to an `<img>`. The page's own host is
 * excluded on every port, because a picture of it is a GET with the visitor's cookies, such as `/logout`. In
 * server-rendered markup that host is unknown, and nothing is loaded.
 */
function toPictureUrl(src: string): string | null {
  const url = parseUrl(src);
  if (url?.protocol !== 'https:' || typeof document === 'undefined') return null;
  // Not `location`, which knows no host in an `<iframe srcdoc>` that has the origin of its page.
  const page = parseUrl(origin);
  return page && toHost(url) === toHost(page) ? null : url.href;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

const toHost = ({ hostname }: URL) => hostname.replace(/\.$/, '');

/** The first letters of the first and last word; of an address, of its local part. */
function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s._-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toUpperCase();
}

/** One of eight tones, the same for the same name. */
function toneOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 4096;
  return sum % 8;
}

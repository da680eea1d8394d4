'use client';

import { useState } from 'react';
import { useSlot } from './useSlot.js';

export interface AvatarProps {
  /** Shown only when it is `https:` or of the page's own origin; initials stand in for it otherwise, or when it fails. */
  src: string | null;
  /** Whose initials are shown. */
  name: string;
}

/** Decoration beside a name. */
export function Avatar({ src, name }: AvatarProps) {
  const slot = useSlot();
  const [failed, setFailed] = useState<string | null>(null);
  const shown = src !== null && src !== failed && isSafePicture(src) ? src : null;
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

function isSafePicture(src: string): boolean {
  try {
    const page = typeof location === 'undefined' ? undefined : location;
    const url = new URL(src, page?.href);
    return url.protocol === 'https:' || (url.origin === page?.origin && url.protocol === 'http:');
  } catch {
    return false;
  }
}

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

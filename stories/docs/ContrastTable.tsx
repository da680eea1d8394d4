import type { UsersTokens } from '@mixpeek/users-panel';
import { useEffect, useState } from 'react';
import { contrastRatio, rgbaOf } from '../contrastRatio.js';

/** What lies on what, by the custom property each is painted with, and the contrast WCAG 2.2 AA asks of it. */
const PAIRS = [
  { what: 'text on background', ink: 'text', ground: 'background', needed: 4.5 },
  { what: 'muted on background', ink: 'muted', ground: 'background', needed: 4.5 },
  { what: 'text on surface', ink: 'text', ground: 'surface', needed: 4.5 },
  { what: 'onAccent on accent', ink: 'on-accent', ground: 'accent-fill', needed: 4.5 },
  { what: 'danger as text', ink: 'danger-ink', ground: 'background', needed: 4.5 },
  { what: 'success as text', ink: 'success-ink', ground: 'background', needed: 4.5 },
  { what: 'warning as text', ink: 'warning-ink', ground: 'background', needed: 4.5 },
  { what: 'focus ring on background', ink: 'accent-line', ground: 'background', needed: 3 },
  { what: 'outline of a field', ink: 'control', ground: 'background', needed: 3 },
] as const;

export interface ContrastTableProps {
  /** What the panel to measure is in. */
  panel: HTMLElement | null;
  /** Measured anew when they change. */
  tokens: UsersTokens;
}

/** How well each colour of a panel can be told from what is behind it, as the browser computes it. */
export function ContrastTable({ panel, tokens }: ContrastTableProps) {
  const [ratios, setRatios] = useState<readonly number[]>([]);
  useEffect(() => {
    // Once the panel has been painted with them.
    const frame = requestAnimationFrame(() => setRatios(panel ? ratiosIn(panel) : []));
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-deps -- other tokens are the reason to measure anew
  }, [panel, tokens]);
  return (
    <table className="token-editor-contrast">
      <caption>Contrast</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Has</th>
          <th scope="col">Needs</th>
        </tr>
      </thead>
      <tbody>
        {PAIRS.map(({ what, needed }, index) => {
          const has = ratios[index] ?? 0;
          return (
            <tr key={what} data-faint={has < needed || undefined}>
              <th scope="row">{what}</th>
              <td>
                {/* Cut and not rounded: 4.49 must not read as enough. */}
                {(Math.floor(has * 10) / 10).toFixed(1)}:1 {has < needed ? 'too faint' : ''}
              </td>
              <td>{needed}:1</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ratiosIn(panel: HTMLElement): readonly number[] {
  const sample = document.createElement('span');
  sample.hidden = true;
  panel.querySelector('.mup-root')?.append(sample);
  const ratios = PAIRS.map(({ ink, ground }) => {
    sample.style.color = `var(--mup-${ink})`;
    sample.style.backgroundColor = `var(--mup-${ground})`;
    const { color, backgroundColor } = getComputedStyle(sample);
    return contrastRatio(color, 1, rgbaOf(backgroundColor));
  });
  sample.remove();
  return ratios;
}

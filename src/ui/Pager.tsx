import { Button } from './Button.js';

export interface PagerProps {
  label: string;
  /** Such as "11–20 of 143". */
  range: string;
  previousLabel: string;
  nextLabel: string;
  /** Absent on the first and last page. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

export function Pager({ label, range, previousLabel, nextLabel, onPrevious, onNext }: PagerProps) {
  return (
    <nav className="mup-pager" aria-label={label}>
      <bdi className="mup-pager-range">{range}</bdi>
      <Button icon="previous" label={previousLabel} off={!onPrevious} onClick={onPrevious} />
      <Button icon="next" label={nextLabel} off={!onNext} onClick={onNext} />
    </nav>
  );
}

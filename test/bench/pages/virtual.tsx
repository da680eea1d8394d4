// The floor that the panel is held against: React with a native select in every row, the rows virtualised by TanStack.
import './plain.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { PlainFrame, PlainHead } from './PlainFrame.js';
import { PlainRow } from './PlainRow.js';
import { usePlainMembers } from './usePlainMembers.js';

const ROW_HEIGHT = 49;

function Page() {
  const { found, query, setQuery, onRoleChange } = usePlainMembers();
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler, which it is incompatible with, is not in use
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 2,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <PlainFrame query={query} setQuery={setQuery} count={found.length}>
      <div ref={box} className="scroll">
        <table>
          <PlainHead />
          <tbody>
            {above > 0 && <tr style={{ height: above }} />}
            {items.map(({ index }) => {
              const member = found[index];
              return member && <PlainRow key={member.user_id} member={member} onRoleChange={onRoleChange} />;
            })}
            {below > 0 && <tr style={{ height: below }} />}
          </tbody>
        </table>
      </div>
    </PlainFrame>
  );
}

createRoot(document.querySelector('#page')!).render(<Page />);

// A floor: React with a native select in every row, all rows on one page.
import './plain.css';
import { createRoot } from 'react-dom/client';
import { PlainFrame, PlainHead } from './PlainFrame.js';
import { PlainRow } from './PlainRow.js';
import { usePlainMembers } from './usePlainMembers.js';

function Page() {
  const { found, query, setQuery, onRoleChange } = usePlainMembers();
  return (
    <PlainFrame query={query} setQuery={setQuery} count={found.length}>
      <table>
        <PlainHead />
        <tbody>
          {found.map((member) => (
            <PlainRow key={member.user_id} member={member} onRoleChange={onRoleChange} />
          ))}
        </tbody>
      </table>
    </PlainFrame>
  );
}

createRoot(document.querySelector('#page')!).render(<Page />);

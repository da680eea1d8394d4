import type { ReactNode } from 'react';

export interface PlainFrameProps {
  query: string;
  setQuery: (query: string) => void;
  count: number;
  children: ReactNode;
}

/** What stands around the rows of a plain page: a heading, a search and a table head. */
export function PlainFrame({ query, setQuery, count, children }: PlainFrameProps) {
  return (
    <>
      <h2>
        Users <span className="count">{count}</span>
      </h2>
      <input
        type="search"
        aria-label="Search members"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {children}
    </>
  );
}

export function PlainHead() {
  return (
    <thead>
      <tr>
        <th scope="col">Person</th>
        <th scope="col">Role</th>
        <th scope="col">Joined</th>
        <th scope="col">
          <span hidden>Actions</span>
        </th>
      </tr>
    </thead>
  );
}

/** A member as it comes over the wire. */
export interface PlainMember {
  user_id: string;
  email: string | null;
  name: string | null;
  role: string;
  joined_at: string | null;
}

/** The list that every page shows, from where the panel takes it. */
export async function readPlainMembers(): Promise<PlainMember[]> {
  const { __MIXPEEK__ } = window as unknown as { __MIXPEEK__: { apiBaseUrl: string } };
  const response = await fetch(`${__MIXPEEK__.apiBaseUrl}/v1/apps/app_demo/users`);
  return ((await response.json()) as { users: PlainMember[] }).users;
}

const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** What stands in the cells of a row. */
export function cellsOf({ name, email, user_id: userId, joined_at: joinedAt }: PlainMember) {
  const title = name ?? email ?? userId;
  const initials = title
    .split(/[\s.@]+/)
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
    .toUpperCase();
  return {
    title,
    initials,
    email: email === title ? null : email,
    joined: joinedAt && date.format(new Date(joinedAt)),
  };
}

/** Whom a search finds: by name or e-mail, without regard to case. */
export function searchPlainMembers(members: readonly PlainMember[], query: string): readonly PlainMember[] {
  const text = query.trim().toLowerCase();
  if (!text) return members;
  return members.filter(({ name, email }) => `${name ?? ''} ${email ?? ''}`.toLowerCase().includes(text));
}

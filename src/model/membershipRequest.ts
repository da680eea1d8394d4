/** Somebody asks to be let in. Dates are ISO 8601 strings in UTC. */
export interface MembershipRequest {
  requestId: string;
  email: string | null;
  name: string | null;
  avatarUrl: string | null;
  createdAt: string | null;
}

import { en } from '@mixpeek/users-panel/locales/en';
import type { UsersErrorCode } from '@mixpeek/users-panel';

/** When each code arises. A code without a row does not compile. */
const ARISES: Readonly<Record<UsersErrorCode, string>> = {
  unauthenticated: 'HTTP 401; a session that ended or must be confirmed again',
  forbidden: 'HTTP 403',
  not_enabled: 'User management is off for the app',
  not_found: 'HTTP 404 for the app',
  member_not_found: 'HTTP 404 for a member: done already, so the list is read again',
  invitation_not_found: 'HTTP 404 for an invitation',
  invitation_not_pending: 'The invitation was accepted, revoked or has expired',
  already_member: 'Inviting somebody who is in',
  already_invited: 'Inviting an address that has an invitation',
  invalid_email: 'The server takes the address for none',
  email_not_allowed: 'The address is on no list of those that may be invited',
  last_admin: 'Demoting or removing the only admin',
  limit_reached: 'A quota of members, seats or invitations',
  managed_elsewhere: 'The membership comes from a directory',
  rate_limited: 'HTTP 429',
  timeout: 'No answer within timeoutMs, or HTTP 408',
  offline: 'The browser has no network, and the request failed',
  network: 'The connection failed; a write may have arrived',
  server_error: 'HTTP 5xx, or a data provider that threw something else',
  invalid_response: 'A 2xx with an unexpected body, or a 404 for a route that does not exist',
  unexpected_page: 'HTML or a redirect instead of JSON: a sign-in page, a firewall, or a wrong baseUrl',
  invalid_input: 'Our own misuse, or a request the server finds invalid',
};

/** Every error code: when it arises, and what the panel says, out of the English catalogue. */
export function ErrorTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Arises</th>
          <th scope="col">The panel says</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(ARISES).map(([code, when]) => (
          <tr key={code}>
            <td>
              <code>{code}</code>
            </td>
            <td>{when}</td>
            <td>{en.errors[code as UsersErrorCode]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

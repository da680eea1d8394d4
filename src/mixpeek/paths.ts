import { UsersError } from '../model/errors.js';
import { routeOf, type Operation, type OperationIds, type Route, type RouteIds } from './wire.js';

/** Other routes than the contract's, by operation. The ids handed over are percent-encoded already. */
export type Paths = { [O in Operation]?: ((ids: OperationIds[O]) => Route) | undefined };

/**
 * The route of an operation, a host's own where it has one.
 * @throws {UsersError} `invalid_input` when an id cannot stand in a path, or what the host gives is no usable route.
 */
export function routeByPaths(paths: Paths): typeof routeOf {
  return (operation, ids) => {
    const standard = routeOf(operation, ids);
    const own = paths[operation] as ((ids: Record<string, string>) => unknown) | undefined;
    if (!own) return standard;
    const route = own(encoded(ids)) as Partial<Route> | null | undefined;
    if (typeof route?.method !== 'string' || !route.method || typeof route.path !== 'string' || route.path[0] !== '/') {
      throw new UsersError(
        'invalid_input',
        `paths.${operation} gave no usable route. Return { method, path }, the path starting with "/", such as { method: '${standard.method}', path: '${standard.path}' }.`,
      );
    }
    return { method: route.method.toUpperCase(), path: route.path };
  };
}

function encoded(ids: RouteIds): Record<string, string> {
  const { appId, userId, invitationId } = ids;
  const given = Object.entries({ appId, userId, invitationId }).filter(([, id]) => id !== undefined);
  return Object.fromEntries(given.map(([name, id]) => [name, encodeURIComponent(id as string)]));
}

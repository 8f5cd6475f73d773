import type { AppMiddleware } from './middlewares/context'
import { API_PREFIX } from './mount'

/**
 * Former beginnings of the paths of staff, and the present ones. A mini program that a phone has not renewed yet still
 * asks under the former; dropped with the next release. The first that fits counts.
 */
export const FORMER_PATHS: readonly (readonly [former: string, now: string])[] = [
  ['/orgs/:code/findings', '/orgs/:code/discrepancies'],
  ['/findings', '/discrepancies'],
  ['/orgs/:code/desk/cases', '/orgs/:code/split-alarms'],
  ['/orgs/:code/splits', '/orgs/:code/split-alarms'],
  ['/orgs/:code/desk', '/orgs/:code/matrix'],
  ['/orgs/:code/roll', '/orgs/:code/roster'],
  ['/orgs/:code/list/lines', '/orgs/:code/village-catalogue/items'],
  ['/orgs/:code/list', '/orgs/:code/village-catalogue'],
  ['/orgs/:code/events', '/orgs/:code/trigger-events'],
  ['/events', '/trigger-events'],
  ['/orgs/:code/claims', '/orgs/:code/residency-claims'],
  ['/claims', '/residency-claims'],
  ['/me/residence', '/me/residency-claims'],
  ['/me/relatives', '/me/residency-claims/relatives'],
]

const PATTERNS = FORMER_PATHS.map(([former, now]) => ({
  former: new RegExp(`^${API_PREFIX}${former.replace(':code', '([^/]+)')}(?=/|$)`),
  now: API_PREFIX + now.replace(':code', '$1'),
}))

/** Returns the present path of a former one, and every other path unchanged. */
export function presentPath(path: string): string {
  const found = PATTERNS.find(({ former }) => former.test(path))
  return found ? path.replace(found.former, found.now) : path
}

/** Answers a former path as its present one; repeated writes are recognised under both. */
export function formerPaths(): AppMiddleware {
  return (ctx, next) => {
    ctx.path = presentPath(ctx.path)
    return next()
  }
}

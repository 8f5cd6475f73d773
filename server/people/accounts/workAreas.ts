import type { Actor } from '@server/platform/access/actor'
import type { WorkArea } from '@shared/contract/people/auth'

/** Lists the work areas to offer to a person, by roles alone; each action is still judged on its target. */
export function workAreas(actor: Actor): WorkArea[] {
  const has = (...roles: string[]) => actor.roles.some(grant => roles.includes(grant.role))
  const areas: [WorkArea, boolean][] = [
    ['workbench', has('editor', 'head', 'supervisor', 'street-clerk', 'district-office')],
    ['notice-create', has('editor', 'head', 'street-clerk')],
    ['catalogue-import', has('street-clerk')],
    ['accounts', has('system-admin')],
    ['operation', has('system-admin')],
    ['holidays', has('system-admin', 'security-admin', 'district-office')],
    ['grants', has('security-admin', 'system-admin')],
    ['audit', has('audit-admin')],
  ]
  return areas.filter(([, offered]) => offered).map(([area]) => area)
}

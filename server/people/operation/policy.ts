import { definePolicies } from '@server/platform/access/policies'
import { type Actor, type Refusal, refusedUnless } from '@server/platform/access/actor'

/** Allows 系统管理员 to watch over the installation; jobs and feedback are no single organisation's. */
export const mayWatch = (actor: Actor, _everywhere: object): Refusal | null =>
  refusedUnless(actor.roles.some(({ role }) => role === 'system-admin'))

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'job.list': mayWatch,
  'job.retry': mayWatch,
  'feedback.list': mayWatch,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

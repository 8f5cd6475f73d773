import { definePolicies } from '@server/platform/access/policies'
import type { Actor, Refusal } from '@server/platform/access/actor'

/** Whose login the ticket will become. */
export interface TicketTarget {
  userId: string
}

/** Allows everybody to decide about a login of their own account, villagers too. */
export const mayDecide = (actor: Actor, { userId }: TicketTarget): Refusal | null =>
  actor.id === userId ? null : 'forbidden'

export const POLICIES = {
  'webLogin.confirm': mayDecide,
  'webLogin.refuse': mayDecide,
} as const

export const { authorize, can } = definePolicies(POLICIES)

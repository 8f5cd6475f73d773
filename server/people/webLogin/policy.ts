import { definePolicies } from '@server/platform/access/policies'
import type { Actor, Refusal } from '@server/platform/access/actor'

/** Whose login the ticket will become. */
export interface TicketTarget {
  userId: string
}

/** Allows everybody to decide about a login of their own account, villagers too. */
export const mayDecide = (actor: Actor, { userId }: TicketTarget): Refusal | null =>
  actor.id === userId ? null : 'forbidden'

/** Allows staff with a role in force, hence after a required second factor, to link their own account. */
export const mayLink = (actor: Actor, { userId }: TicketTarget): Refusal | null =>
  actor.id === userId && actor.roles.some(({ role }) => role !== 'villager') ? null : 'forbidden'

export const POLICIES = {
  'webLogin.confirm': mayDecide,
  'webLogin.refuse': mayDecide,
  'webLogin.link': mayLink,
  'webLogin.unlink': mayDecide,
} as const

export const { authorize, can } = definePolicies(POLICIES)

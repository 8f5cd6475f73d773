import { definePolicies } from '@server/platform/access/policies'
import { type Actor, type Refusal, refusedUnless } from '@server/platform/access/actor'

/** Allows everybody to agree for themselves. */
export const mayAgree = (actor: Actor, { userId }: { userId: string }): Refusal | null =>
  refusedUnless(actor.id === userId)

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'agreement.give': mayAgree,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

import { definePolicies } from '@server/platform/access/policies'
import { type Actor, type Refusal, refusedUnless } from '@server/platform/access/actor'

interface OwnTarget {
  userId: string
}

const isOneself = (actor: Actor, { userId }: OwnTarget): Refusal | null => refusedUnless(actor.id === userId)

export const mayReadOwnData = isOneself

export const mayCloseAccount = isOneself

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'ownData.read': mayReadOwnData,
  'account.close': mayCloseAccount,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

import { definePolicies } from '@server/platform/access/policies'
import { mayTend } from '@server/disclosure/notices'

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = {
  'proof.record': mayTend,
  'proof.remove': mayTend,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

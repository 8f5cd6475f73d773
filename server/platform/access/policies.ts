import { forbidden } from '../errors'
import { type Authorised, type Caller, proofOf } from './caller'
import type { Actor, Refusal } from './actor'

/** Returns the reason for refusing the action on the target; null = allowed. Pure. */
export type Policy = (actor: Actor, target: never) => Refusal | null

/** One authorisation decision made during a request. */
export interface Verdict {
  action: string
  /** Empty when no organisation is concerned. */
  orgCode: string
  refusal: Refusal | null
}

/** An actor is loaded for each request, so its verdicts belong to that request. */
const verdicts = new WeakMap<Actor, Verdict[]>()

/** Returns the decisions made about this actor, in order; the audit trail is written from them. */
export const verdictsOf = (actor: Actor): readonly Verdict[] => verdicts.get(actor) ?? []

const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? value.code
    : undefined

/** Returns the organisation code of a target: its own, that of its `org`, or that of the first of its `orgs`. */
function orgCodeOf(target: object): string {
  const org = 'org' in target ? target.org : undefined
  const first = 'orgs' in target && Array.isArray(target.orgs) ? (target.orgs[0] as unknown) : undefined
  return codeOf(target) ?? codeOf(org) ?? codeOf(first) ?? ''
}

/**
 * Returns the reason for refusing the action on the target; null = allowed. Deny by default.
 * @throws RangeError for an action that the table does not list
 */
function refusalIn(
  policies: Readonly<Record<string, Policy>>,
  actor: Actor,
  action: string,
  target: object,
): Refusal | null {
  const policy = Object.hasOwn(policies, action) ? policies[action] : undefined
  if (!policy) throw new RangeError(`unknown action: ${action}`)
  return policy(actor, target as never)
}

/** Creates the authorisation functions of one room from its policies. */
export function definePolicies<P extends Readonly<Record<string, Policy>>>(policies: P) {
  type Action = keyof P & string
  type Target<A extends Action> = Parameters<P[A]>[1] & object
  const refusalOf = <A extends Action>(actor: Actor, action: A, target: Target<A>) =>
    refusalIn(policies, actor, action, target)

  /** Checks whether the roles would suffice after the second factor. */
  function waitsForFactor<A extends Action>(actor: Actor, action: A, target: Target<A>): boolean {
    const { roles, withheld = [] } = actor
    if (withheld.length === 0) return false
    return refusalOf({ ...actor, roles: [...roles, ...withheld] }, action, target) !== 'forbidden'
  }

  return {
    can: <A extends Action>(actor: Actor, action: A, target: Target<A>): boolean =>
      refusalOf(actor, action, target) === null,
    refusalOf,
    /**
     * Refuses an action that the policies do not allow; returns the proof that this one is allowed.
     * @throws AppError 403 with the reason's own code, or `second-factor-required`
     */
    authorize: <A extends Action>(caller: Caller, action: A, target: Target<A>): Authorised<A> => {
      const { actor } = caller
      const refusal = refusalOf(actor, action, target)
      verdicts.set(actor, [...verdictsOf(actor), { action, orgCode: orgCodeOf(target), refusal }])
      if (!refusal) return proofOf(caller, action)
      throw forbidden(waitsForFactor(actor, action, target) ? 'second-factor-required' : refusal)
    },
  }
}

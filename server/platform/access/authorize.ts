import { forbidden } from '../errors'
import { type Action, type Actor, type Refusal, type TargetOf, refusalOf } from './policies'

/** One authorisation decision made during a request. */
export interface Verdict {
  action: Action
  /** Empty when no organisation is concerned. */
  orgCode: string
  refusal: Refusal | null
}

/** An actor object is created for each request, so its verdicts belong to that request. */
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

/** Checks whether the roles would suffice after the second factor. */
function waitsForFactor<A extends Action>(actor: Actor, action: A, target: TargetOf<A>): boolean {
  const { roles, withheld = [] } = actor
  if (withheld.length === 0) return false
  return refusalOf({ ...actor, roles: [...roles, ...withheld] }, action, target) !== 'forbidden'
}

/**
 * Refuses an action that the policies do not allow.
 * @throws AppError 403 with the reason's own code, or `second-factor-required`
 */
export function authorize<A extends Action>(actor: Actor, action: A, target: TargetOf<A>): void {
  const refusal = refusalOf(actor, action, target)
  const judged = verdicts.get(actor) ?? []
  verdicts.set(actor, [...judged, { action, orgCode: orgCodeOf(target), refusal }])
  if (!refusal) return
  throw forbidden(waitsForFactor(actor, action, target) ? 'second-factor-required' : refusal)
}

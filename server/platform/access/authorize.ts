import { forbidden } from '../errors'
import { type Action, type Actor, type Refusal, type TargetOf, refusalOf } from './policies'

/** One judgement about what a person wanted in a request. */
export interface Verdict {
  action: Action
  /** Empty when no organisation is concerned. */
  orgCode: string
  refusal: Refusal | null
}

/** An actor is made anew for every request, so what was judged of it belongs to that request. */
const verdicts = new WeakMap<Actor, Verdict[]>()

/** What was judged of this actor, in order: what the audit trail is made from. */
export const verdictsOf = (actor: Actor): readonly Verdict[] => verdicts.get(actor) ?? []

const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? value.code
    : undefined

/** The organisation of whatever target: itself, its `org`, or the first of its `orgs`. */
function orgCodeOf(target: object): string {
  const org = 'org' in target ? target.org : undefined
  const first = 'orgs' in target && Array.isArray(target.orgs) ? (target.orgs[0] as unknown) : undefined
  return codeOf(target) ?? codeOf(org) ?? codeOf(first) ?? ''
}

/** Would the person's roles do, if only the second factor had been given? */
function waitsForFactor<A extends Action>(actor: Actor, action: A, target: TargetOf<A>): boolean {
  const { roles, withheld = [] } = actor
  if (withheld.length === 0) return false
  return refusalOf({ ...actor, roles: [...roles, ...withheld] }, action, target) !== 'forbidden'
}

/** @throws AppError 403 with the reason's own code, or `second-factor-required` */
export function authorize<A extends Action>(actor: Actor, action: A, target: TargetOf<A>): void {
  const refusal = refusalOf(actor, action, target)
  const judged = verdicts.get(actor) ?? []
  verdicts.set(actor, [...judged, { action, orgCode: orgCodeOf(target), refusal }])
  if (!refusal) return
  throw forbidden(waitsForFactor(actor, action, target) ? 'second-factor-required' : refusal)
}

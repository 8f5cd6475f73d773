import { forbidden } from '../errors'
import { type Action, type Actor, type TargetOf, refusalOf } from './index'

/** @throws AppError 403 with the reason's own code */
export function authorize<A extends Action>(actor: Actor, action: A, target: TargetOf<A>): void {
  const refusal = refusalOf(actor, action, target)
  if (refusal) throw forbidden(refusal)
}

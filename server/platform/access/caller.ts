import { type Actor, SYSTEM_ID } from './actor'

/** The person who acts, and the request by which. */
export interface Caller {
  readonly actor: Actor
  readonly requestId: string
}

declare const judged: unique symbol

/** Proof that a policy allowed the action to this caller; a command cannot be called without the right one. */
export interface Authorised<Action extends string = string> extends Caller {
  readonly [judged]: Action
  readonly action: Action
}

/** Makes the proof; for policies.ts and the two below alone. */
export const proofOf = <Action extends string>(
  { actor, requestId }: Caller,
  action: Action,
): Authorised<Action> => ({ actor, requestId, action }) as Authorised<Action>

/** The proof of an action that the authorised one includes, e.g. submitting includes the privacy check. */
export const including = <Action extends string>(by: Authorised, action: Action): Authorised<Action> =>
  proofOf(by, action)

const SYSTEM: Actor = { id: SYSTEM_ID, name: '系统', jobTitle: '', roles: [] }
/** The actor of command-line commands that change the store. */
const OPERATOR: Actor = { id: 'cli', name: '命令行', jobTitle: '', roles: [] }

/** The proof of a scheduled job; `requestId` is the job's key. */
export const systemActs = <Action extends string>(action: Action, requestId: string): Authorised<Action> =>
  proofOf({ actor: SYSTEM, requestId }, action)

/** The proof of a command on the server's own command line. */
export const operatorActs = <Action extends string>(action: Action, requestId: string): Authorised<Action> =>
  proofOf({ actor: OPERATOR, requestId }, action)

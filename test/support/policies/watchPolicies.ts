import type { Actor, Refusal } from '@server/platform/access/actor'
import { verdictsOf } from '@server/platform/access/policies'
import { POLICY_TABLES, refusalOf, type Action } from '@server/policies'

/** One question of a request to the policies: the action that was asked about, and its target. */
export interface Judgement {
  action: Action
  target: object
}

type Policy = (actor: Actor, target: never) => Refusal | null

/** Notes what `authorize` is asked in this process, until `leave`; the answers stay the policies' own. */
export function watchPolicies() {
  const tables = POLICY_TABLES.map(table => table as Record<string, Policy>)
  const originals = tables.map(table => ({ ...table }))
  let asked: (Judgement & { actor: Actor; before: number })[] = []
  for (const [nth, table] of tables.entries()) {
    for (const [action, policy] of Object.entries(originals[nth]!)) {
      table[action] = (actor, target) => {
        asked.push({ actor, action: action as Action, target, before: verdictsOf(actor).length })
        return policy(actor, target)
      }
    }
  }
  return {
    /** Forgets what was asked until now. */
    forget: () => void (asked = []),
    /**
     * The judgements on the one actor of the request since the last call, in order. `can` asks the same policies and leaves no verdict:
     * of the questions before each verdict the last is `authorize`'s.
     */
    take: (): Judgement[] => {
      const actors = new Set(asked.map(({ actor }) => actor).filter(actor => verdictsOf(actor).length > 0))
      if (actors.size > 1) throw new Error(`${actors.size} actors were judged, not one`)
      const judgements = [...actors].flatMap(actor =>
        verdictsOf(actor).map((_, nth) => {
          const { action, target } = asked.findLast(one => one.actor === actor && one.before === nth)!
          return { action, target }
        }),
      )
      asked = []
      return judgements
    },
    leave: () => tables.forEach((table, nth) => Object.assign(table, originals[nth])),
  }
}

/** What the policies answer this actor: the first refusal, or null when each of them lets the actor pass. */
export function refusalIn(judgements: readonly Judgement[], actor: Actor): Refusal | null {
  for (const { action, target } of judgements) {
    const refusal = refusalOf(actor, action, target as never)
    if (refusal) return refusal
  }
  return null
}

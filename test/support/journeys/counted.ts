import { reportFigure } from '../figures'
import type { Visitor } from './visitor'

/** What a person does by hand. */
export interface Effort {
  taps: number
  keys: number
}

/** Takes the effort since the last call. */
export type SinceThen = () => Effort

/**
 * Counts taps and keys: a press is one tap, a choice or a date two, a field one tap and its characters. Logging in and the opening of an
 * address do not count.
 */
export function counted(visitor: Visitor): { visitor: Visitor; sinceThen: SinceThen } {
  let effort: Effort = { taps: 0, keys: 0 }
  const spend = (taps: number, keys = 0): void => {
    effort = { taps: effort.taps + taps, keys: effort.keys + keys }
  }
  return {
    sinceThen: () => {
      const spent = effort
      effort = { taps: 0, keys: 0 }
      return spent
    },
    visitor: {
      route: () => visitor.route(),
      text: () => visitor.text(),
      readAll: selector => visitor.readAll(selector),
      see: text => visitor.see(text),
      setNetwork: state => visitor.setNetwork(state),
      holdFile: path => visitor.holdFile(path),
      visit: url => visitor.visit(url),
      logIn: persona => visitor.logIn(persona),
      errors: () => visitor.errors(),
      press: (name, role) => (spend(1), visitor.press(name, role)),
      goBack: () => (spend(1), visitor.goBack()),
      choose: (field, option) => (spend(2), visitor.choose(field, option)),
      pickDate: (field, day) => (spend(2), visitor.pickDate(field, day)),
      write: (label, value) => (spend(1, value.length), visitor.write(label, value)),
    },
  }
}

/** Reports the effort of a task, and expects at most so much. */
export function expectEffort(task: string, { taps, keys }: Effort, most: Effort): void {
  reportFigure(`taps and keys 点按和键入: ${task} ${taps} taps, ${keys} keys (≤ ${most.taps}, ${most.keys})`)
  expect({ task, taps: taps <= most.taps, keys: keys <= most.keys }).toEqual({ task, taps: true, keys: true })
}

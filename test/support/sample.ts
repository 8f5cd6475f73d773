import { LONG } from './figures'

const DAY_MS = 86_400_000
const SHARES = 3

/** The day of this run, which decides on its shares; SAMPLE_TURN asks for those of another day. */
const DAY = Number(process.env.SAMPLE_TURN ?? Math.floor(Date.now() / DAY_MS))
/** Which share of the long lists it is: each one for three days, in which every long test file has its day. */
const TURN = Math.floor(DAY / SHARES) % SHARES

/** The third of the items whose turn it is, and those that `always` names; all of them in a long run. */
export const shareOf = <Item>(items: readonly Item[], always: (item: Item) => boolean): readonly Item[] =>
  LONG ? items : items.filter((item, at) => at % SHARES === TURN || always(item))

/** For the figures: which share it was. */
export const SHARE_TAKEN = LONG ? '' : `, SAMPLE_TURN=${DAY % (SHARES * SHARES)}`

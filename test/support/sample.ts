import { LONG } from './figures'

const DAY_MS = 86_400_000
const SHARES = 3

/** Which share of the long lists this run takes: another one each day; SAMPLE_TURN asks for a certain one. */
const TURN = Number(process.env.SAMPLE_TURN ?? Math.floor(Date.now() / DAY_MS)) % SHARES

/** The third of the items whose turn it is, and those that `always` names; all of them in a long run. */
export const shareOf = <Item>(items: readonly Item[], always: (item: Item) => boolean): readonly Item[] =>
  LONG ? items : items.filter((item, at) => at % SHARES === TURN || always(item))

/** For the figures: which share it was. */
export const SHARE_TAKEN = LONG ? '' : `, SAMPLE_TURN=${TURN}`

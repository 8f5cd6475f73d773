/** Where the whole ledger ends: enough to append without reading what is there. */
export interface TreeHead {
  /** Entries so far. */
  size: number
  /** Right edge of the tree: roots of its complete subtrees, largest first. */
  frontier: string[]
  /** Instant of the last entry or checkpoint: nothing later may be dated before it. */
  at: string
}

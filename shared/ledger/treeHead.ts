/** Head of the whole ledger: enough to append without reading earlier entries. */
export interface TreeHead {
  /** Entries so far. */
  size: number
  /** Right edge of the tree: roots of its complete subtrees, largest first. */
  frontier: string[]
  /** Instant of the last entry or checkpoint: later ones must not be dated before it. */
  at: string
}

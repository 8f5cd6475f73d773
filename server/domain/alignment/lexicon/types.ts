/** A concept with all its names. `former`: names of an earlier policy that the others succeed. */
export interface Concept {
  id: string
  names: readonly string[]
  former?: readonly string[]
  /** The wider concept that contains it. */
  within?: string
}

/** The kind of information 信息类型 that an item gives; the first facet with a matching word wins. */
export interface Facet {
  id: string
  words: readonly string[]
}

/** A matter 事项 with every name for it. `former`: names of an earlier policy, of which the others are the successor. */
export interface Concept {
  id: string
  names: readonly string[]
  former?: readonly string[]
  /** The wider matter that it is a part of. */
  within?: string
}

/** What kind of information an item is about its matter 信息类型; the first kind whose word is found wins. */
export interface Facet {
  id: string
  words: readonly string[]
}

import countryside from './countryside.json'
import government from './government.json'
import village from './village.json'
import welfare from './welfare.json'

/** A matter 事项 with all that people call it. */
export interface Matter {
  id: string
  /** Area 领域 of the standard catalogues. */
  area: string
  /** The village decides on it by itself: self-government and the collective's property. */
  own: boolean
  names: readonly string[]
  /** Names of an earlier policy. */
  former: readonly string[]
  /** What villagers and accountants say. */
  say: readonly string[]
}

/** All matters. Extend the JSON files, never the code; each file names its source and the date of the check. */
export const MATTERS: readonly Matter[] = [welfare, countryside, government, village].flatMap(({ areas }) =>
  areas.flatMap(({ area, own, matters }) => matters.map(matter => ({ ...matter, area, own }))),
)

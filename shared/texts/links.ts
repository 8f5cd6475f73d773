import type { LinkRelation, LinkState } from '../contract/catalogues/alignment'

/** Words for the relation between a village item and a street item. */
export const LINK_TEXTS: Readonly<Record<LinkRelation, string>> = {
  same: '同一事项',
  subset: '部分与整体',
  successor: '旧称与新称',
  'village-only': '村里特有',
}

export const LINK_STATE_TEXTS: Readonly<Record<LinkState, string>> = {
  confirmed: '已确认',
  rejected: '已否定',
  stale: '要重新看',
}

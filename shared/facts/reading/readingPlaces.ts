/** Kinds of reading places 政府信息公开查阅点: 条例 §25 (档案馆、公共图书馆、政务服务场所), DB13/T 5480-2022 (村); checked on 2026-12-02. */
export const PLACE_KINDS = [
  { code: 'hall', label: '政务服务大厅专区' },
  { code: 'archive', label: '档案馆' },
  { code: 'library', label: '公共图书馆' },
  { code: 'station', label: '村（社区）便民服务站' },
] as const

/** What a reading place usually has 设施, as in the zones of service halls; a local one is written by hand. */
export const PLACE_HAS = [
  '自助查询机',
  '公开指南和目录',
  '政府公报',
  '办事指南',
  '申请表和代写',
  '免费打印复印',
  '政策咨询',
  '低位窗口、手写板',
  '意见箱',
] as const

/** Papers of a zone that are printed from data; the last one is of a village. */
export type ZonePaper = 'guide' | 'form-person' | 'form-body' | 'matrix' | 'station'

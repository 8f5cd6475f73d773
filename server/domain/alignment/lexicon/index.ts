import { COUNTRYSIDE } from './countryside'
import type { Concept } from './types'
import { VILLAGE } from './village'
import { WELFARE } from './welfare'

/**
 * Synonyms used in practice. Extend the data here, never the code. Source: names in published 基层政务公开标准目录
 * and 村务公开目录 of 2019–2025; classes of 农村集体经济组织财务公开规定 (农经发〔2011〕13号); successors by the
 * renaming of 2021 (国家乡村振兴局), 社会救助暂行办法 (五保 → 特困) and the merger of three farm subsidies in 2016
 * (财农〔2016〕26号). Checked on 2026-11-23.
 */
export const CONCEPTS: readonly Concept[] = [...WELFARE, ...COUNTRYSIDE, ...VILLAGE]

export { FACETS, NEAR_FACETS, WEAK_WORDS } from './kinds'
export type { Concept } from './types'

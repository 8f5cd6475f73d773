import { z } from 'zod'
import { OrgCode, PageQuery, pageOf } from '../common'
import { RemovedNotices } from '../disclosure/removedNotice'
import { Answer, SourceKind } from './answer'
import { NoticeSummary } from './site'

/** Requests and answers of the search 查找. */

const Fen = z.coerce.number<number>().int().nonnegative().max(Number.MAX_SAFE_INTEGER)

export const SearchQuery = PageQuery.extend({
  org: OrgCode,
  q: z.string().trim().min(1).max(50),
  category: z.string().max(40).optional(),
  /** Year of the period. */
  year: z.coerce.number<number>().int().min(2000).max(2100).optional(),
  /** Bounds of an amount in the summary sentence, both inclusive. */
  minFen: Fen.optional(),
  maxFen: Fen.optional(),
})
export type SearchQuery = z.infer<typeof SearchQuery>
/** A search hit with the reason: the matching words and their position. */
export const SearchHit = NoticeSummary.extend({ why: z.string() })
/** Something other than a notice that means nearly what was asked. */
const NearOther = z.object({
  kind: SourceKind,
  id: z.string(),
  name: z.string(),
  sentence: z.string(),
  why: z.string(),
})
export type NearOther = z.infer<typeof NearOther>

/**
 * The hits; `near`: notices whose item means nearly what was asked 意思相近, on the last page of few hits; `others`: what
 * else does; the nearest first.
 */
export const SearchPage = pageOf(SearchHit).extend({
  near: z.array(SearchHit),
  others: z.array(NearOther).optional(),
  answer: Answer.nullable().optional(),
  /** The reader's own household 我家的 is asked for: only its own page may say. */
  own: z.boolean().optional(),
  /** What is near was found by rules alone, without a model. */
  byRules: z.boolean().optional(),
  removed: RemovedNotices.optional(),
})
export type SearchPage = z.infer<typeof SearchPage>

import type { ApplicationPaper } from '@shared/contract/participation/applicationPapers'
import { REPLY_KINDS } from '@server/domain/application'
import type { ApplicationPaperRow } from '../models/applicationPapers'
import { ticketFor } from '../ticket'
import type { ApplicationKeys } from '../vault'

/** Presents papers with the address that opens each for ten minutes; the withheld words stay sealed. */
export const presentPapers = (
  papers: readonly ApplicationPaperRow[],
  keys: ApplicationKeys,
  now: Date,
): ApplicationPaper[] =>
  papers.map(({ _id, itemId, name, bytes, redacted, withheld }) => ({
    id: _id,
    itemId,
    name,
    bytes,
    redacted,
    withheld: withheld.map(({ place, kind, reason }) => ({ place, kind: REPLY_KINDS[kind].name, reason })),
    ticket: ticketFor(keys, _id, now),
  }))

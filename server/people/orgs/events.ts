import { defineEvent, defineQuestion } from '@server/platform/events'
import type { OrgRow } from './models/orgs'

/** An organisation has become part of another 撤并: it writes no more, the other answers for what it published. */
export interface OrgMerged {
  /** As it is now, with its successor. */
  org: OrgRow
  into: OrgRow
}
export const orgMerged = defineEvent<OrgMerged>('orgMerged')

/** An organisation belongs to another street 划转; `org` as it is now. */
export const orgMoved = defineEvent<{ org: OrgRow }>('orgMoved')

/** Asks what an organisation has begun that nobody could finish after a merger, in sentences. */
export const unfinishedWork = defineQuestion<string, string[]>('unfinishedWork')

import type { CheckpointMark } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'

/** A notice for the wall and the group: its page, as everybody sees it now, and where it lives. */
export interface WallNotice {
  page: NoticePage
  /** Address of the live page. */
  address: string
  /** The newest checkpoint of the ledger 存证点; null before the first. */
  checkpoint: CheckpointMark | null
  /** Day in China on which it is made. */
  madeOn: string
}

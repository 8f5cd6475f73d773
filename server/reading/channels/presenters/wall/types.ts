import type { CheckpointMark } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'

/** A notice for wall and chat group: its public page and its address. */
export interface WallNotice {
  page: NoticePage
  /** Address of the live page. */
  address: string
  /** Its 小程序码 as PNG; null: the address as a QR code. */
  code: Buffer | null
  /** The newest checkpoint of the ledger 存证点; null before the first. */
  checkpoint: CheckpointMark | null
  /** Day in China, `YYYY-MM-DD`, on which it is made. */
  madeOn: string
}

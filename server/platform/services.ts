import type { Meta } from '@shared/contract/reading/site'
import type { Logger } from 'pino'
import type { Config } from './config'
import type { Db } from './store/db'
import type { Clock } from './clock'
import type { LedgerSigner } from './signer'
import type { Printer } from './worker/printer'
import type { StoreAvailability } from './store/availability'
import type { TextCheck } from './wechat/textCheck'
import type { TokenService } from './tokens'
import type { WechatClient } from './wechat'

/** Everything the application needs from outside, passed in by the composition root; tests pass their own. */
export interface Services {
  config: Config
  db: Db
  /** Knows whether the store can be reached. */
  store: StoreAvailability
  clock: Clock
  log: Logger
  tokens: TokenService
  /** Signs the ledger's checkpoints. */
  signer: LedgerSigner
  wechat: WechatClient
  /** Judges what people write before others may read it; fails closed. */
  textCheck: TextCheck
  /** Makes PDFs. */
  printer: Printer
  /** Codes to log in with where the built-in WeChat answers; empty everywhere else. */
  testLogins: () => Meta['testLogins']
}

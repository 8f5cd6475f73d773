import type { Meta } from '@shared/contract/reading/site'
import type { Logger } from 'pino'
import type { Config } from './config'
import type { IdentityProvider } from './identity'
import type { Db } from './store/db'
import type { ClientErrors } from './audit/clientErrors'
import type { Clock } from './clock'
import type { LedgerSigner } from './signer'
import type { Models } from './worker/models'
import type { Printer } from './worker/printer'
import type { FreeDisk } from './store/freeDisk'
import type { StoreAvailability } from './store/availability'
import type { TextCheck } from './wechat/textCheck'
import type { TokenService } from './access/tokens'
import type { WechatClient } from './wechat'

/** The application's external dependencies, passed in by the composition root; tests pass their own. */
export interface Services {
  config: Config
  db: Db
  /** Availability of the store. */
  store: StoreAvailability
  /** Free space of the embedded database's disk. */
  disk: FreeDisk
  clock: Clock
  log: Logger
  tokens: TokenService
  /** Signs the ledger's checkpoints. */
  signer: LedgerSigner
  wechat: WechatClient
  /** Unified identity 统一身份认证; null: none is configured. */
  identity: IdentityProvider | null
  /** Checks user texts before others may read them; fails closed. */
  textCheck: TextCheck
  /** Counts faults of the app on phones and in browsers. */
  clientErrors: ClientErrors
  /** Prints PDFs. */
  printer: Printer
  /** Local models: names in texts, text in pictures. */
  models: Models
  /** Returns the login codes of the fake WeChat; empty with the real one. */
  testLogins: () => Meta['testLogins']
}

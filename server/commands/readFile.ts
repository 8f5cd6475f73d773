import type { FileRow } from '../models'
import { inTransaction } from '../services/store'
import { type Deed, audit } from './deed'

/** Notes that a person looked at a file that is not public. */
export const auditOne = (deed: Deed, { _id, orgCode, sha256 }: FileRow): Promise<void> =>
  inTransaction(deed.services.models.connection, () =>
    audit(deed, 'file.read', { orgCode, id: _id }, { sha256 }),
  )

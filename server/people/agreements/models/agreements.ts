import type { AgreementKind } from '@shared/contract/people/agreement'
import { defineCollection, instant, instantOrNull, text } from '@server/platform/store/collection'

/** Agreement 同意记录: a person agreed to one version of a text; expires some years after the account was closed. */
export interface AgreementRow {
  _id: string
  userId: string
  kind: AgreementKind
  version: string
  at: Date
  /** null while the account exists. */
  expiresAt: Date | null
}

export const Agreements = defineCollection<AgreementRow>({
  name: 'agreements',
  fields: { _id: text, userId: text, kind: text, version: text, at: instant, expiresAt: instantOrNull },
  indexes: [
    { fields: { userId: 1, kind: 1, version: 1 }, unique: true },
    { fields: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
})

import { defineCollection, instant, text, textOrNull } from '@server/platform/store/collection'

/** A visit of a browser to the unified identity 统一身份认证, until it comes back. */
export interface IdentityFlowRow {
  /** SHA-256 of the state. */
  _id: string
  /** SHA-256 of the secret that only the sent browser holds. */
  secretHash: string
  state: string
  nonce: string
  verifier: string
  /** Who links the own account; null: a login. */
  userId: string | null
  expiresAt: Date
}

export const IdentityFlows = defineCollection<IdentityFlowRow>({
  name: 'identityFlows',
  removable: true,
  fields: {
    _id: text,
    secretHash: text,
    state: text,
    nonce: text,
    verifier: text,
    userId: textOrNull,
    expiresAt: instant,
  },
  indexes: [{ fields: { expiresAt: 1 }, expireAfterSeconds: 0 }],
})

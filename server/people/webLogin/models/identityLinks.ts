import { defineCollection, instant, text } from '@server/platform/store/collection'

/** Link 绑定 of an account with a person of the unified identity; made by the logged-in person alone. */
export interface IdentityLinkRow {
  _id: string
  issuer: string
  /** The provider's id of the person. */
  subject: string
  userId: string
  linkedAt: Date
}

export const IdentityLinks = defineCollection<IdentityLinkRow>({
  name: 'identityLinks',
  removable: true,
  fields: { _id: text, issuer: text, subject: text, userId: text, linkedAt: instant },
  indexes: [
    { fields: { issuer: 1, subject: 1 }, unique: true },
    { fields: { userId: 1 }, unique: true },
  ],
})

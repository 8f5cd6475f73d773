import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** User 用户, known by the openid that WeChat gives for this mini program. */
export interface UserRow {
  _id: string
  openid: string
  name: string
  /** 职务 as printed beside the name, e.g. 村务监督委员会主任. */
  duty: string
  /** Raised to end every session of the user at once. */
  tokenVersion: number
  createdAt: Date
  /** Raised by every change of the user's roles, so that two changes at once cannot go by the same picture. */
  rolesVersion?: number
}

export const Users = defineCollection<UserRow>({
  name: 'users',
  fields: {
    _id: text,
    openid: text,
    name: text,
    duty: { type: String, default: '' },
    tokenVersion: whole,
    createdAt: instant,
    rolesVersion: { type: Number, default: 0 },
  },
  indexes: [{ fields: { openid: 1 }, unique: true }],
})

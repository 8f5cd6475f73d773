import { defineCollection, instant, text, whole } from '@server/platform/store/collection'

/** Name of somebody whom nobody has registered yet. */
export const NEWCOMER = '微信用户'

/** User 用户, identified by the openid that WeChat issues for this mini program. */
export interface UserRow {
  _id: string
  openid: string
  name: string
  /** Job title 职务 as printed after the name, e.g. 村务监督委员会主任. */
  jobTitle: string
  /** Raised to end every session of the user. */
  tokenVersion: number
  createdAt: Date
  /** Raised by every change of the user's roles, so that concurrent changes conflict. */
  rolesVersion?: number
}

export const Users = defineCollection<UserRow>({
  name: 'users',
  fields: {
    _id: text,
    openid: text,
    name: text,
    jobTitle: { type: String, default: '' },
    tokenVersion: whole,
    createdAt: instant,
    rolesVersion: { type: Number, default: 0 },
  },
  indexes: [{ fields: { openid: 1 }, unique: true }, { fields: { createdAt: -1 } }],
})

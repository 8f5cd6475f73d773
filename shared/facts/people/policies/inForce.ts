/**
 * Versions in force of what people agree to; the texts are the JSON files of this folder. A text whose version was raised
 * is asked for again. `use`: 隐私政策 and 用户协议 together, before the login. `identity`: the separate consent 单独同意 to
 * the handling of name and ID digits (个人信息保护法 §29), before each kind of identity check.
 */
export const POLICIES = {
  privacy: { title: '隐私政策', version: 1 },
  terms: { title: '用户协议', version: 1 },
  identity: { title: '身份信息单独同意书', version: 1 },
} as const
export type PolicyName = keyof typeof POLICIES

/** What an agreement names as its version, by kind of agreement. */
export const IN_FORCE = {
  use: `${POLICIES.privacy.version}.${POLICIES.terms.version}`,
  identity: `${POLICIES.identity.version}`,
} as const

/** Years for which an agreement is kept as evidence after the account was closed: the limitation period of 民法典 §188. */
export const AGREEMENT_KEPT_YEARS = 3

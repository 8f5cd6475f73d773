import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { createVault } from '@server/people/accounts'
import type { Config } from '@server/platform/config'
import type { ApplicantIdentity } from '@shared/contract/participation/application'

const KEY_BYTES = 32
const CODE_LENGTH = 8
/** Without letters that look like digits. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Keys of this room, derived from the server's: none of them opens anything else. */
export type ApplicationKeys = Pick<Config, 'identityKey' | 'secondFactor'>

const masterOf = ({ secondFactor }: ApplicationKeys): Buffer =>
  Buffer.from(hkdfSync('sha256', secondFactor.key, '', 'mingbai-application-vault-1', KEY_BYTES))

/** A sealed identity: the key of the case sealed under the server's, the identity sealed under the key of the case. */
interface SealedIdentity {
  key: string
  sealed: string
}

/** Seals an identity under a key of its own, so that dropping the row erases it in every copy that lacks the key. */
export function sealIdentity(keys: ApplicationKeys, id: string, identity: ApplicantIdentity): SealedIdentity {
  const key = randomBytes(KEY_BYTES)
  return {
    key: createVault(masterOf(keys)).seal(key.toString('base64'), id),
    sealed: createVault(key).seal(JSON.stringify(identity), id),
  }
}

/** @throws Error when it was sealed for another case or changed since */
export function openIdentity(
  keys: ApplicationKeys,
  id: string,
  { key, sealed }: SealedIdentity,
): ApplicantIdentity {
  const own = Buffer.from(createVault(masterOf(keys)).open(key, id), 'base64')
  return JSON.parse(createVault(own).open(sealed, id)) as ApplicantIdentity
}

/** Seals words of a case 密封 under its own key: they go with it. */
export const sealWords = (
  keys: ApplicationKeys,
  { _id, key }: { _id: string; key: string },
  words: string,
): string =>
  createVault(Buffer.from(createVault(masterOf(keys)).open(key, _id), 'base64')).seal(words, `${_id}/words`)

/** @throws Error when they were sealed for another case or changed since */
export const openWords = (
  keys: ApplicationKeys,
  { _id, key }: { _id: string; key: string },
  sealed: string,
): string =>
  createVault(Buffer.from(createVault(masterOf(keys)).open(key, _id), 'base64')).open(sealed, `${_id}/words`)

const mac = ({ identityKey }: ApplicationKeys, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', identityKey)
    .update(JSON.stringify(['mingbai-application-1', ...parts]))
    .digest()

/** Recognises the same person 同一申请人 without saying who it is: name and last four of the proof, within one body. */
export const personHash = (keys: ApplicationKeys, orgCode: string, name: string, tail: string): string =>
  mac(keys, 'person', orgCode, name.replace(/\s/g, ''), tail).toString('hex')

/** Short code 查询码 of the receipt slip: computed, never stored. */
export const codeOf = (keys: ApplicationKeys, id: string): string =>
  [...mac(keys, 'code', id).subarray(0, CODE_LENGTH)].map(byte => LETTERS[byte % LETTERS.length]).join('')

/** Compares in constant time, without regard to case and blanks. */
export function isCode(keys: ApplicationKeys, id: string, given: string): boolean {
  const typed = Buffer.from(given.replace(/\s/g, '').toUpperCase().padEnd(CODE_LENGTH).slice(0, CODE_LENGTH))
  const right = Buffer.from(codeOf(keys, id))
  return typed.length === right.length && timingSafeEqual(typed, right)
}

import type { Session, WechatLogin } from '@shared/contract/people/auth'
import { forbidden } from '@server/platform/errors'
import { recordAgreementAtLogin, requireInForce } from '@server/people/agreements'
import type { Services } from '@server/platform/services'
import { type Stores, inTransaction, isDuplicate, singleWrites } from '@server/platform/store/transaction'
import { notingRefusal, type Sender, startLogin } from './startLogin'
import { NEWCOMER, Users } from '../models/users'
import { newId } from '@server/platform/store/collection'

/**
 * Returns the user of an openid; creates one without roles on the first login.
 * @throws AppError 403 `agreement-required` for a newcomer who has not agreed
 */
async function userIdOf(stores: Stores, openid: string, agreed: boolean): Promise<string> {
  const { db, clock } = stores
  const known = await db.of(Users).findOne({ openid }, { _id: 1 }).lean()
  if (known) return known._id
  if (!agreed) throw forbidden('agreement-required')
  const _id = newId('usr')
  try {
    await singleWrites(db)
      .of(Users)
      .create([{ _id, openid, name: NEWCOMER, jobTitle: '', tokenVersion: 0, createdAt: clock.now() }])
    return _id
  } catch (error) {
    if (isDuplicate(error, 'users')) return userIdOf(stores, openid, agreed)
    throw error
  }
}

/**
 * Logs a person in with the code of `wx.login`. Exchanges the code once and never retries. `agreed`: version of the texts
 * that the person agreed to; stored with the moment.
 * @throws AppError 403 `agreement-required`, 409 `agreement-outdated`
 */
export async function loginByWechat(
  services: Services,
  { code, agreed }: WechatLogin,
  sender: Sender,
): Promise<Session> {
  const { device, place } = sender.client
  if (agreed !== undefined) requireInForce('use', agreed)
  const trade = () => services.wechat.code2Session(code)
  const { openid } = await notingRefusal(services, 'wechat', sender, trade)
  const userId = await userIdOf(services, openid, agreed !== undefined)
  if (agreed !== undefined) await recordAgreementAtLogin(services, { userId, kind: 'use', version: agreed })
  const made = { userId, channel: 'wechat', device, place, endsAt: null } as const
  return inTransaction(services, tx => startLogin(tx, services, made, sender))
}

import type { OwnDataPart } from '@shared/contract/people/ownData'
import { Users } from '../models/users'
import type { Db } from '@server/platform/store/db'
import type { OwnLogin, OwnLogins } from '@shared/contract/people/webLogin'
import type { Actor } from '@server/platform/access/actor'
import type { Clock } from '@server/platform/clock'
import { REFRESH_SECONDS } from '@server/platform/access/tokens'
import { Logins, type LoginRow } from '../models/logins'
import { endOfLogin, isStaff } from './actor'

/** Checks that the login runs and was made by WeChat in the mini program. */
export async function isPhoneLogin(db: Pick<Db, 'of'>, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false
  const row = await db.of(Logins).findById(id, { channel: 1, endedAt: 1 }).lean<LoginRow>().exec()
  return row !== null && row.endedAt === null && (row.channel ?? 'wechat') === 'wechat'
}

const present = (row: LoginRow, endsAt: Date | null, current: boolean): OwnLogin => ({
  id: row._id,
  channel: row.channel ?? 'wechat',
  device: row.device ?? '',
  place: row.place ?? '',
  since: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
  current,
})

/** Lists the person's logins whose tokens still work, this one first, then the last used. */
export async function ownLogins(
  { db, clock }: { db: Pick<Db, 'of'>; clock: Pick<Clock, 'now'> },
  actor: Actor,
): Promise<OwnLogins> {
  const now = clock.now().getTime()
  const rows = await db
    .of(Logins)
    .find({ userId: actor.id, endedAt: null })
    .sort({ lastSeenAt: -1 })
    .lean<LoginRow[]>()
    .exec()
  const items = rows
    .map(row => present(row, endOfLogin(row, isStaff(actor)), row._id === actor.login))
    .filter(({ lastSeenAt, endsAt }) => {
      const unused = now - Date.parse(lastSeenAt)
      return unused < REFRESH_SECONDS * 1000 && (endsAt === null || now < Date.parse(endsAt))
    })
  return { items: [...items.filter(({ current }) => current), ...items.filter(({ current }) => !current)] }
}

const CHANNELS = { wechat: '微信小程序', web: '网页', unified: '网页，统一身份认证' }

/** Returns the person's account and the logins that are still kept. */
export async function ownAccountData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const user = await db.of(Users).findById(userId).lean().exec()
  const logins = await db.of(Logins).find({ userId }).sort({ lastSeenAt: -1 }).lean<LoginRow[]>().exec()
  return [
    {
      title: '账号',
      records: user
        ? [
            {
              账号编号: user._id,
              微信账号标识: user.openid,
              名称: user.name,
              职务: user.jobTitle,
              建立时间: user.createdAt.toISOString(),
            },
          ]
        : [],
    },
    {
      title: '登录记录',
      records: logins.map(({ createdAt, lastSeenAt, channel, device = '', place = '' }) => ({
        登录时间: createdAt.toISOString(),
        最近使用: lastSeenAt.toISOString(),
        方式: CHANNELS[channel ?? 'wechat'],
        设备: device,
        网络地址: place,
      })),
    },
  ]
}

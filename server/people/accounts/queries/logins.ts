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

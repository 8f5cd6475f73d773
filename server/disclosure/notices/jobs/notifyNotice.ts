import { stateLabel, NOTIFICATION_RULES } from '../states'
import type { Role } from '@shared/contract/people/auth'
import type { Db } from '@server/platform/store/db'
import { isSelfGoverning } from '@server/platform/access/actor'
import { lastStatus } from '../queries/noticeContext'
import type { Services } from '@server/platform/services'
import type { JobHandler } from '@server/platform/jobs/runner'
import { Notices, type NoticeRow } from '../models/notices'
import { orgTarget, Orgs } from '@server/people/orgs'
import { notify } from '@server/people/messages'

interface Telling {
  notice: NoticeRow
  text: string
  except: string | undefined
}

async function tellRoles(
  db: Db,
  clock: Services['clock'],
  roles: readonly Role[],
  { notice, text, except }: Telling,
): Promise<void> {
  for (const role of roles) {
    await notify(db, clock, {
      role,
      orgCode: notice.orgCode,
      ...(except && { except }),
      ...wordsOf(notice, text),
    })
  }
}

const wordsOf = ({ _id, version, title, state }: NoticeRow, text: string) => ({
  kind: 'work' as const,
  title,
  text: `${stateLabel(state)}：${text}`,
  link: `work/${_id}`,
  dedupeKey: `work:${_id}:${version}`,
})

/** Notifies the people who have to act now. Void when the notice has changed since. */
export const notifyNoticeJob: JobHandler<Services> = {
  run: async ({ db, clock }, { data }) => {
    const noticeId = String(data.noticeId)
    const notice = await db.of(Notices).findById(noticeId).lean<NoticeRow>().exec()
    const news = notice && NOTIFICATION_RULES[notice.state]
    if (!news || notice.version !== data.version) return
    const org = await db.of(Orgs).findById(notice.orgCode).lean().exec()
    if (!org) return
    const whom = isSelfGoverning(orgTarget(org)) ? news.village : news.government
    if (whom === 'writers') {
      const userIds = notice.submittedBy ? [notice.submittedBy] : notice.writers
      await notify(db, clock, { userIds, ...wordsOf(notice, news.text) })
      return
    }
    const last = await lastStatus(db, noticeId)
    await tellRoles(db, clock, whom, { notice, text: news.text, except: last?.by })
  },
}

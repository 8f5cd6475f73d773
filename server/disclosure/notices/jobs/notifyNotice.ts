import type { Tx } from '@server/platform/store/db'
import { stateLabel, NOTIFICATION_RULES } from '../states'
import type { Role } from '@shared/contract/people/auth'
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

async function tellRoles(tx: Tx, roles: readonly Role[], { notice, text, except }: Telling): Promise<void> {
  for (const role of roles) {
    await notify(tx, {
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
  run: async (tx, { data }) => {
    const noticeId = String(data.noticeId)
    const notice = await tx.of(Notices).findById(noticeId).lean<NoticeRow>().exec()
    const news = notice && NOTIFICATION_RULES[notice.state]
    if (!news || notice.version !== data.version) return
    const org = await tx.of(Orgs).findById(notice.orgCode).lean().exec()
    if (!org) return
    const whom = isSelfGoverning(orgTarget(org)) ? news.village : news.government
    if (whom === 'writers') {
      const userIds = notice.submittedBy ? [notice.submittedBy] : notice.writers
      await notify(tx, { userIds, ...wordsOf(notice, news.text) })
      return
    }
    const last = await lastStatus(tx, noticeId)
    await tellRoles(tx, whom, { notice, text: news.text, except: last?.by })
  },
}

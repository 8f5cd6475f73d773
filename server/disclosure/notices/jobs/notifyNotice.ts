import { stateLabel } from '../states'
import type { Role } from '@shared/contract/people/auth'
import type { Models, NoticeRow } from '@server/platform/store/collections'
import { isSelfGoverning } from '@server/platform/access/actor'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { lastStatus } from '../queries/noticeContext'
import type { Services } from '@server/platform/services'
import { notify } from '@server/people/messages/commands/notify'
import { NOTIFICATION_RULES } from '../notificationRules'
import type { JobHandler } from '@server/platform/jobs/runner'

interface Telling {
  notice: NoticeRow
  text: string
  except: string | undefined
}

async function tellRoles(
  models: Models,
  clock: Services['clock'],
  roles: readonly Role[],
  { notice, text, except }: Telling,
): Promise<void> {
  for (const role of roles) {
    await notify(models, clock, {
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

/** Tells who has to act now. Void when somebody has acted since. */
export const notifyNoticeJob: JobHandler<Services> = {
  run: async ({ models, clock }, { data }) => {
    const noticeId = String(data.noticeId)
    const notice = await models.notices.findById(noticeId).lean<NoticeRow>().exec()
    const news = notice && NOTIFICATION_RULES[notice.state]
    if (!news || notice.version !== data.version) return
    const org = await models.orgs.findById(notice.orgCode).lean().exec()
    if (!org) return
    const whom = isSelfGoverning(orgTarget(org)) ? news.village : news.government
    if (whom === 'writers') {
      const userIds = notice.submittedBy ? [notice.submittedBy] : notice.writers
      await notify(models, clock, { userIds, ...wordsOf(notice, news.text) })
      return
    }
    const last = await lastStatus(models, noticeId)
    await tellRoles(models, clock, whom, { notice, text: news.text, except: last?.by })
  },
}

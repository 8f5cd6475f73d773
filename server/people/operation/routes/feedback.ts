import { openPost, staffRead } from '@server/http/route'
import { keepFeedback } from '../commands/keepFeedback'
import { authorize } from '../policy'
import { presentFeedbacks, presentSent } from '../presenters/feedback'
import { newestFeedbacks } from '../queries/feedbacks'

const tag = '意见反馈'

export const feedbackRoutes = [
  openPost('POST /feedback', {
    tag,
    summary: '网页好不好用，说一句；不用登录，联系方式可以不写，交给系统管理员',
    handle: async ({ services, body }) => presentSent(await keepFeedback(services, body)),
  }),
  staffRead('GET /feedback', {
    tag,
    summary: '最近收到的意见反馈，新的在前（系统管理员）',
    handle: async ({ services: { db }, actor, requestId }) => {
      authorize({ actor, requestId }, 'feedback.list', {})
      return presentFeedbacks(await newestFeedbacks(db))
    },
  }),
]

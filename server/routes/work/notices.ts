import { Id } from '@shared/schemas/common'
import {
  CreateNotice,
  EditNotice,
  PublishNotice,
  SignOffNotice,
  SubmitNotice,
  WorkNoticePage,
} from '@shared/schemas/work'
import { z } from 'zod'
import { createNotice } from '../../commands/createNotice'
import type { Deed } from '../../commands/deed'
import { editNotice } from '../../commands/editNotice'
import { publishNotice } from '../../commands/publishNotice'
import { signOffNotice } from '../../commands/signOffNotice'
import { submitNotice } from '../../commands/submitNotice'
import { authorize } from '../../policies/authorize'
import { noticeTarget, orgTarget } from '../../policies/targets'
import { presentWorkPage } from '../../presenters/work'
import type { Work } from '../../queries/work/notices'
import { itemOr404, orgOr404, workOr404 } from '../../queries/work/places'
import { staffWrite } from '../define'

const tag = '公示办理'
const params = z.object({ id: Id })
const response = WorkNoticePage

type Step = 'notice.edit' | 'notice.submit' | 'notice.sign-off' | 'notice.publish'

/** One step of a notice: look at it, judge the policy, do it, look at it again. */
async function take(deed: Deed, id: string, action: Step, command: (work: Work) => Promise<void>) {
  const { models, clock } = deed.services
  const work = await workOr404(models, id)
  authorize(deed.actor, action, noticeTarget(work.notice, work.org))
  await command(work)
  return presentWorkPage(await workOr404(models, id), deed.actor, clock.now())
}

export const noticeRoutes = [
  staffWrite({
    method: 'post',
    path: '/notices',
    tag,
    summary: '起草一条公示',
    status: 201,
    body: CreateNotice,
    response,
    handle: ({ commit, body, ...deed }) =>
      commit(async () => {
        const { models, clock } = deed.services
        const org = await orgOr404(models, body.orgCode, 'orgCode')
        authorize(deed.actor, 'notice.create', orgTarget(org))
        const item = await itemOr404(models, body.itemId, org, 'itemId')
        const id = await createNotice(deed, { org, item, input: body })
        return presentWorkPage(await workOr404(models, id), deed.actor, clock.now())
      }),
  }),
  staffWrite({
    method: 'put',
    path: '/notices/:id',
    tag,
    summary: '修改草稿，或修改审核未通过的公示',
    params,
    body: EditNotice,
    response,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => take(deed, id, 'notice.edit', work => editNotice(deed, work, body))),
  }),
  staffWrite({
    method: 'post',
    path: '/notices/:id/submit',
    tag,
    summary: '提交监督审核',
    params,
    body: SubmitNotice,
    response,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => take(deed, id, 'notice.submit', work => submitNotice(deed, work, body))),
  }),
  staffWrite({
    method: 'post',
    path: '/notices/:id/sign-off',
    tag,
    summary: '监督审核：同意，或写明理由不同意',
    params,
    body: SignOffNotice,
    response,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => take(deed, id, 'notice.sign-off', work => signOffNotice(deed, work, body))),
  }),
  staffWrite({
    method: 'post',
    path: '/notices/:id/publish',
    tag,
    summary: '公开审核过的公示',
    params,
    body: PublishNotice,
    response,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(() => take(deed, id, 'notice.publish', work => publishNotice(deed, work, body))),
  }),
]

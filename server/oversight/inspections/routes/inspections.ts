import { Id, OrgCode } from '@shared/contract/common'
import {
  DrawInspection,
  Inspection,
  InspectionList,
  RecordInspection,
} from '@shared/contract/disclosure/matrix'
import { z } from 'zod'
import { drawInspection } from '../commands/drawInspection'
import { recordInspection } from '../commands/recordInspection'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { inspectionRows, presentInspection, presentInspectionList } from '../presenters/inspection'
import { requireInspection, inspectionsOf } from '../queries/inspections'
import { staffFile, staffRead, staffWrite } from '@server/http/route'
import { workbook } from '@server/http/tableFile'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { authorize } from '../policy'

const tag = '工作台'
const ofOrg = z.object({ code: OrgCode })
const ofOne = z.object({ id: Id })

export const inspectionRoutes = [
  staffRead({
    path: '/orgs/:code/inspections',
    tag,
    summary: '抽查表，新的在前',
    params: ofOrg,
    response: InspectionList,
    handle: async ({ services: { db }, actor, params: { code } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize(actor, 'inspection.read', orgTarget(org))
      return presentInspectionList(await inspectionsOf(db, org._id), org, actor)
    },
  }),
  staffWrite({
    method: 'post',
    path: '/orgs/:code/inspections',
    tag,
    summary: '随机抽查：从一年的几个月里抽出若干格，种子公开，谁都能重抽一遍核对',
    params: ofOrg,
    body: DrawInspection,
    response: Inspection,
    status: 201,
    handle: ({ commit, params: { code }, body, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const org = await requireOrg(db, code, 'code')
        authorize(deed.actor, 'inspection.draw', orgTarget(org))
        const id = await drawInspection(deed, org, body)
        return presentInspection(await requireInspection(db, id), deed.actor)
      }),
  }),
  staffRead({
    path: '/inspections/:id',
    tag,
    summary: '一张抽查表：抽到的每一格和看到的结果',
    params: ofOne,
    response: Inspection,
    handle: async ({ services: { db }, actor, params: { id } }) => {
      const work = await requireInspection(db, id)
      authorize(actor, 'inspection.read', orgTarget(work.org))
      return presentInspection(work, actor)
    },
  }),
  staffWrite({
    method: 'post',
    path: '/inspections/:id/results',
    tag,
    summary: '填写抽查表一格的结果',
    params: ofOne,
    body: RecordInspection,
    response: Inspection,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const work = await requireInspection(db, id)
        authorize(deed.actor, 'inspection.record', orgTarget(work.org))
        await recordInspection(deed, work, body)
        return presentInspection(await requireInspection(db, id), deed.actor)
      }),
  }),
  staffFile({
    path: '/inspections/:id/export',
    tag,
    summary: '抽查表存成表格（xlsx），可以打印带去村里',
    params: ofOne,
    handle: async ({ services: { db }, actor, params: { id } }) => {
      const work = await requireInspection(db, id)
      authorize(actor, 'inspection.read', orgTarget(work.org))
      const sheet = presentInspection(work, actor)
      return workbook(`${sheet.org.name}${sheet.year}年公开抽查表`, inspectionRows(sheet))
    },
  }),
]

import { drawInspection } from '../commands/drawInspection'
import { recordInspection } from '../commands/recordInspection'
import { inspectionRows, presentInspection, presentInspectionList } from '../presenters/inspection'
import { requireInspection, inspectionsOf } from '../queries/inspections'
import { staffFile, staffRead, staffWrite } from '@server/http/route'
import { workbook } from '@server/http/tableFile'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '抽查'

export const inspectionRoutes = [
  staffRead('GET /orgs/:code/inspections', {
    tag,
    summary: '抽查表，新的在前',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'inspection.read', orgTarget(org))
      return presentInspectionList(await inspectionsOf(db, org._id), org, actor)
    },
  }),
  staffWrite('POST /orgs/:code/inspections', {
    tag,
    summary: '随机抽查：从一年的几个月里抽出若干格，种子公开，谁都能重抽一遍核对',
    status: 201,
    handle: ({ commit, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        const by = authorize(caller, 'inspection.draw', orgTarget(org))
        const id = await drawInspection(tx, by, org, body)
        return presentInspection(await requireInspection(tx, id), caller.actor)
      }),
  }),
  staffRead('GET /inspections/:id', {
    tag,
    summary: '一张抽查表：抽到的每一格和看到的结果',
    handle: async ({ services: { db }, actor, requestId, params: { id } }) => {
      const work = await requireInspection(db, id)
      authorize({ actor, requestId }, 'inspection.read', orgTarget(work.org))
      return presentInspection(work, actor)
    },
  }),
  staffWrite('POST /inspections/:id/results', {
    tag,
    summary: '填写抽查表一格的结果',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireInspection(tx, id)
        const by = authorize(caller, 'inspection.record', orgTarget(work.org))
        await recordInspection(tx, by, work, body)
        return presentInspection(await requireInspection(tx, id), caller.actor)
      }),
  }),
  staffFile('GET /inspections/:id/export', {
    tag,
    summary: '抽查表存成表格（xlsx），可以打印带去村里',
    handle: async ({ services: { db }, actor, requestId, params: { id } }) => {
      const work = await requireInspection(db, id)
      authorize({ actor, requestId }, 'inspection.read', orgTarget(work.org))
      const sheet = presentInspection(work, actor)
      return workbook(`${sheet.org.name}${sheet.year}年公开抽查表`, inspectionRows(sheet))
    },
  }),
]

import { randomUUID } from 'node:crypto'
import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { SEED_AREA } from '../../../server/demo/seed/orgs'
import { clientOf } from '../journeys/library'
import type { RunningServer } from '../server/runningServer'

const VILLAGE = { code: 'XQ-DH-LX-V01' }
const STREET = { code: 'XQ-DH-LX' }
const AREA = { code: SEED_AREA.code }
const INSPECTED = { year: 2026, size: 2, fromMonth: 1, toMonth: 12 }

const once = () => ({ idempotencyKey: randomUUID() })

/** What the demonstration has no case of, done by its people, so that each right has something to be used on. */
export async function prepareCases(server: RunningServer): Promise<void> {
  const editor = await clientOf(server, 'editor')
  const head = await clientOf(server, 'head')
  const publicOnes = async (): Promise<WorkNotice[]> =>
    (await editor.api('GET /orgs/:code/work', { params: VILLAGE, query: { state: 'confirmed' } })).items

  const [leaking, mistaken] = await publicOnes()
  if (!leaking || !mistaken) throw new Error('the village has too few public notices')
  await head.api(
    'POST /notices/:id/withdraw',
    {
      params: { id: leaking.id },
      body: {
        version: leaking.version,
        reason: '名单里误带了证件号码',
        leaked: ['id'],
        persons: 3,
        measures: '已撤下并告知本人',
      },
    },
    once(),
  )
  await editor.api(
    'POST /notices/:id/correct',
    {
      params: { id: mistaken.id },
      body: { version: mistaken.version, reason: '有一行金额写错了' },
    },
    once(),
  )

  const list = await editor.api('GET /orgs/:code/village-catalogue', { params: VILLAGE })
  await editor.api(
    'POST /orgs/:code/village-catalogue/adopt',
    {
      params: VILLAGE,
      body: { version: list.version, keys: [list.missing[0]!.key] },
    },
    once(),
  )

  const clerk = await clientOf(server, 'street-clerk')
  await clerk.api('POST /orgs/:code/inspections', { params: STREET, body: INSPECTED }, once())
  const district = await clientOf(server, 'district-office')
  await district.api('POST /orgs/:code/inspections', { params: AREA, body: INSPECTED }, once())
}

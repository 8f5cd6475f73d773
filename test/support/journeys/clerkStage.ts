import { randomUUID } from 'node:crypto'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import type { RunningServer } from '../server/runningServer'
import { AREA, DEADLINE, ELEMENTS, ITEM } from './clerkFile'
import { clientOf } from './library'

export const STREET = 'XQ-DH-LX'
export const VILLAGES = [
  { code: 'XQ-DH-LX-V01', name: '柳湾村', people: '' },
  { code: 'XQ-DH-LX-V02', name: '东岭村', people: '-xq-dh-lx-v02' },
  { code: 'XQ-DH-LX-V03', name: '桥头社区', people: '-xq-dh-lx-v03' },
] as const

/** The line of the first village's own list that the day is about. */
export const LINE = '高龄津贴发放'
export const PERIOD = '2026Q4'

/** What the street discloses, and the village should. */
export const SAID = {
  服务内容: '给80岁以上老人发高龄津贴',
  补贴标准: '每人每月100元',
  享受人数: '26人',
  联系方式: '029-0000 1101',
}

const key = () => ({ idempotencyKey: randomUUID() })

/** What villages do before the clerk's day: each has a list of its own in force, with lines that the street does not have. */
export async function listsInForce(server: RunningServer): Promise<void> {
  for (const { code, people } of VILLAGES) {
    const editor = await clientOf(server, `editor${people}`)
    const before = await editor.api('GET /orgs/:code/village-catalogue', { params: { code } })
    if (before.inForce > 0) continue
    const wanted = before.missing.filter(({ path }) => path.join() !== ITEM.join()).map(one => one.key)
    const adopted = await editor.api(
      'POST /orgs/:code/village-catalogue/adopt',
      { params: { code }, body: { version: before.version, keys: wanted } },
      key(),
    )
    const own = { area: AREA, path: [LINE], elements: ELEMENTS, deadline: DEADLINE }
    const added = await editor.api(
      'POST /orgs/:code/village-catalogue/items',
      { params: { code }, body: { version: adopted.version, ...own } },
      key(),
    )
    const rules = { area: '村务公开', path: ['村规民约'], elements: [], deadline: '长期公开' }
    const { version } = await editor.api(
      'POST /orgs/:code/village-catalogue/items',
      { params: { code }, body: { version: added.version, ...rules } },
      key(),
    )
    const head = await clientOf(server, `head${people}`)
    const { leftOut } = await head.api('GET /orgs/:code/village-catalogue/diff', { params: { code } })
    const reasons = leftOut.map(item => ({ key: item.key, reason: `村里叫“${LINE}”，等街道对应` }))
    const body = { version, reasons }
    await head.api('POST /orgs/:code/village-catalogue/activate', { params: { code }, body }, key())
  }
}

const CONTENT: NoticeContent = {
  title: '2026年第四季度高龄津贴发放情况',
  period: PERIOD,
  blocks: [
    {
      type: 'facts',
      label: '公开内容',
      entries: Object.entries(SAID).map(([label, value]) => ({ label, value })),
    },
  ],
}

/** The street discloses its side of the matter: one clerk writes, another signs. */
export async function streetDiscloses(server: RunningServer): Promise<void> {
  const [clerk, second] = [await clientOf(server, 'street-clerk'), await clientOf(server, 'street-clerk-2')]
  const { areas } = await clerk.api('GET /orgs/:code/catalogue', { params: { code: STREET } })
  const item = areas.find(({ area }) => area === AREA)?.items.find(({ path }) => path.join() === ITEM.join())
  const written = await clerk.api(
    'POST /notices',
    { body: { orgCode: STREET, itemId: item!.id, regards: VILLAGES[0].code, content: CONTENT } },
    key(),
  )
  const seen = ({ notice: { version } }: WorkNoticePage) => ({ version })
  const { id } = written.notice
  const submitted = await clerk.api(
    'POST /notices/:id/submit',
    { params: { id }, body: seen(written) },
    key(),
  )
  const signed = await second.api(
    'POST /notices/:id/sign-off',
    { params: { id }, body: { ...seen(submitted), opinion: 'agree' } },
    key(),
  )
  await clerk.api('POST /notices/:id/publish', { params: { id }, body: seen(signed) }, key())
}

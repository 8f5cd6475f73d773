import { randomUUID } from 'node:crypto'
import type { NoticeContent } from '../../../shared/contract/disclosure/notice'
import type { WorkNoticePage } from '../../../shared/contract/disclosure/noticeWorkflow'
import type { RunningServer } from '../server/runningServer'
import { SAID, STREET } from './clerkStage'
import { clientOf } from './library'

const EACH_FEN = 6_000

const contentOf = (period: string, count: number): NoticeContent => ({
  title: `${period} 城乡居民养老保险补贴发放名单`,
  period,
  blocks: [
    {
      type: 'facts',
      label: '公开内容',
      entries: Object.entries(SAID).map(([label, value]) => ({ label, value })),
    },
    {
      type: 'recipients',
      label: '发放明细',
      rows: Array.from({ length: count }, (_, at) => ({
        name: '王**',
        group: `第${(at % 9) + 1}组`,
        scheme: '城乡居民基本养老保险补贴',
        standard: '每人每年60元',
        persons: 1,
        amountFen: EACH_FEN,
      })),
      totalPersons: count,
      totalFen: EACH_FEN * count,
    },
  ],
})

const key = () => ({ idempotencyKey: randomUUID() })

/** A street publishes a list of so many lines for each period: one clerk writes, another signs. Gives the notices' ids. */
export async function publishLists(
  server: RunningServer,
  periods: readonly string[],
  lines: number,
): Promise<string[]> {
  const [clerk, second] = [await clientOf(server, 'street-clerk'), await clientOf(server, 'street-clerk-2')]
  const { areas } = await clerk.api('GET /orgs/:code/catalogue', { params: { code: STREET } })
  const item = areas.find(({ area }) => area.includes('养老'))?.items[0]
  const seen = ({ notice: { version } }: WorkNoticePage) => ({ version })
  const ids: string[] = []
  for (const period of periods) {
    const content = contentOf(period, lines)
    const draft = { orgCode: STREET, itemId: item!.id, regards: null, content }
    const written = await clerk.api('POST /notices', { body: draft }, key())
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
    ids.push(id)
  }
  return ids
}

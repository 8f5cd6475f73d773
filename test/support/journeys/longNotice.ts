import { randomUUID } from 'node:crypto'
import type { NoticeContent } from '../../../shared/schemas/notice'
import type { WorkNoticePage } from '../../../shared/schemas/work'
import type { RunningServer } from '../server/runningServer'
import { STREET } from './clerkStage'
import { clientOf } from './library'

export const LONG_ROWS = 2_000

const rows = Array.from({ length: LONG_ROWS }, (_, at) => ({
  name: '王**',
  group: `第${(at % 9) + 1}组`,
  scheme: '城乡居民基本养老保险补贴',
  standard: '每人每年60元',
  persons: 1,
  amountFen: 6_000,
}))

const CONTENT: NoticeContent = {
  title: '城乡居民养老保险补贴发放名单',
  period: '2026Q3',
  blocks: [
    {
      type: 'recipients',
      label: '发放明细',
      rows,
      totalPersons: LONG_ROWS,
      totalFen: 6_000 * LONG_ROWS,
    },
  ],
}

const key = () => ({ idempotencyKey: randomUUID() })

/** A street publishes a list of 2,000 lines; gives the notice's id. */
export async function publishLongNotice(server: RunningServer): Promise<string> {
  const [clerk, second] = [await clientOf(server, 'street-clerk'), await clientOf(server, 'street-clerk-2')]
  const { areas } = await clerk.catalogue(STREET)
  const item = areas.find(({ area }) => area.includes('养老'))?.items[0]
  const written = await clerk.createNotice(
    { orgCode: STREET, itemId: item!.id, regards: null, content: CONTENT },
    key(),
  )
  const seen = ({ notice: { version } }: WorkNoticePage) => ({ version })
  const { id } = written.notice
  const submitted = await clerk.submitNotice(id, seen(written), key())
  const signed = await second.signOffNotice(id, { ...seen(submitted), opinion: 'agree' }, key())
  await clerk.publishNotice(id, seen(signed), key())
  return id
}

import type { FinanceClassPage } from '@shared/contract/reading/financeYear'
import { api } from '../../../api/client'
import { Link } from '../../../components/controls/Link'
import { NotLoaded } from '../../../components/page/NotLoaded'
import { Section } from '../../../components/page/Section'
import { Bars } from '../../../components/presented/Bars'
import { useResource } from '../../../hooks/useResource'
import { routes } from '../../../routes'

interface Props {
  org: string
  year: number
  side: 'income' | 'expense'
}

/** Shows what the money went to 花在哪, or where it came from 收自哪: the largest matters of the year. */
export function Where({ org, year, side }: Props) {
  const page = useResource<FinanceClassPage>(`finance-class:${org}:${year}:${side}`, () =>
    api('GET /orgs/:code/finance/class', { params: { code: org }, query: { class: side, year } }),
  )
  const chart = page.data?.blocks.find(({ id }) => id === 'lines-bars')
  const bars = chart?.kind === 'bars' ? chart.bars : []
  const title = side === 'expense' ? '花在哪' : '收自哪'
  if (page.data && bars.length === 0) return null
  return (
    <Section
      title={title}
      aside={
        <Link
          className="link"
          label={side === 'expense' ? '每一笔支出' : '每一笔收入'}
          url={routes.financeClass(org, { class: side, year: String(year) })}
        />
      }
    >
      <NotLoaded what={title} resource={page} />
      <Bars bars={bars.map(bar => ({ ...bar, id: `${bar.id}|${side}` }))} />
    </Section>
  )
}

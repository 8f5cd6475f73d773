import { useState } from 'react'
import type { PayoutPage } from '@shared/contract/reading/payout'
import { api, urlOf } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { SaveButton } from '../../../../components/controls/SaveButton'
import { YearTabs } from '../../../../components/controls/YearTabs'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Removed } from '../../../../components/presented/Removed'
import { PresentedBlocks } from '../../../../components/presented/PresentedBlocks'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { useVillage } from '../../../../state/village'
import { Doubts, Pending, Without } from '../../Behind'
import { OneScheme } from '../../OneScheme'

const TITLE = '发放汇总'

/** Shows the payouts 发放汇总 of a year by scheme, every line with its source notice. */
export default function PayoutYearPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const category = params['category'] ?? 'subsidy'
  const [year, setYear] = useState(Number(params['year']) || undefined)
  const page = useResource<PayoutPage>(org && `payouts:${org}:${category}:${year ?? ''}`, () =>
    api('GET /orgs/:code/payouts', { params: { code: org ?? '' }, query: { category, year } }),
  )
  const { data } = page
  useShareCard({
    title: data ? `${data.org.name}${data.category.name}${TITLE}` : TITLE,
    path: routes.payouts(org ?? '', category),
  })
  if (!org) return <NeedVillage title={TITLE} current="home" />
  return (
    <Frame title={TITLE} stale={page}>
      <Loaded resource={page} lines={12}>
        {shown => (
          <>
            <Breadcrumbs
              steps={[
                { label: shown.org.name, url: routes.home(shown.org.code) },
                { label: shown.category.name, url: routes.category(shown.org.code, shown.category.code) },
                { label: TITLE },
              ]}
            />
            <Year page={shown} onYear={setYear} />
          </>
        )}
      </Loaded>
    </Frame>
  )
}

function Year({ page, onYear }: { page: PayoutPage; onYear: (year: number) => void }) {
  const { org, category, year, years, blocks, schemes, cut, removed } = page
  return (
    <Box as="article">
      <Heading level={1} className="title">
        {`${org.name} ${year}年${category.name}发了多少`}
      </Heading>
      <YearTabs years={years} value={year} onChange={onYear} />
      <Removed org={org.code} removed={removed} />
      <Box className="cols">
        <Box>
          {schemes.length === 0 && (
            <EmptyState title="这一年没有公开发放名单" text="公开以后，按项目、批次和时间汇总在这里。" />
          )}
          <PresentedBlocks blocks={blocks} />
          {cut && <Box as="p">这一年公示太多，这里只汇总了最近的一部分。</Box>}
          {schemes.length > 0 && (
            <Box className="buttons unprinted">
              <SaveButton
                label="存成 Excel 表格"
                url={urlOf('GET /orgs/:code/payouts/export', {
                  params: { code: org.code },
                  query: { category: category.code, year, format: 'xlsx' },
                })}
                name={`${org.name}-${year}年${category.name}发放汇总.xlsx`}
              />
            </Box>
          )}
          <Doubts page={page} />
        </Box>
        <Box>
          {schemes.map(one => (
            <OneScheme key={one.scheme} scheme={one} />
          ))}
          <Pending page={page} />
          <Without page={page} />
        </Box>
      </Box>
    </Box>
  )
}

import type { FinanceClassPage } from '@shared/contract/reading/financeYear'
import type { FinanceClassCode } from '@shared/facts/reading/financeClasses'
import { api } from '../../../../api/client'
import { Aloud } from '../../../../components/Aloud'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { PresentedBlocks } from '../../../../components/presented/PresentedBlocks'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { AccountRows } from '../../AccountRows'

/** Shows one class 八类之一: the lines of a bar, or the newest registers of the class; with the source notices. */
export default function FinanceClassView() {
  const { org = '', class: code = '', year, period, key } = useParams()
  // The code in the address is unchecked; the server answers 400 to an unknown class.
  const asked = { class: code as FinanceClassCode, year: Number(year) || undefined, period, key }
  const page = useResource<FinanceClassPage>(`finance-class:${org}:${JSON.stringify(asked)}`, () =>
    api('GET /orgs/:code/finance/class', { params: { code: org }, query: asked }),
  )
  useShareCard({ title: `${page.data?.org.name ?? ''}${page.data?.line.name ?? '财务公开'}`, path: routes.finance(org) }) // prettier-ignore
  return (
    <Frame title={page.data?.line.name ?? '财务公开'} stale={page}>
      <Loaded resource={page} lines={12}>
        {data => (
          <>
            <Breadcrumbs
              steps={[
                { label: data.org.name, url: routes.home(data.org.code) },
                { label: `${data.year}年全年的账`, url: routes.finance(data.org.code, data.year) },
                { label: data.line.name },
              ]}
            />
            <OneClass page={data} narrowed={Boolean(period ?? key)} />
          </>
        )}
      </Loaded>
    </Frame>
  )
}

function OneClass({ page, narrowed }: { page: FinanceClassPage; narrowed: boolean }) {
  const { org, year, line, when, blocks, notices } = page
  return (
    <Box as="article">
      <Heading level={1} className="title">
        {`${when}${line.name}`}
      </Heading>
      <Box as="p" className="lead">
        {line.meaning}
      </Box>
      {line.missing ? (
        <EmptyState
          title={`${when}没有公开${line.name}`}
          text="按规定要公开的，公开以后会列在这里。您也可以问村里，或者向街道反映。"
        />
      ) : (
        <>
          <Aloud blocks={blocks}>
            {bar => (
              <>
                {bar}
                <PresentedBlocks blocks={blocks} />
              </>
            )}
          </Aloud>
          <AccountRows title="在哪几条公示里" notices={notices} />
        </>
      )}
      <Box className="buttons">
        {line.lastYear !== null && (
          <Link
            className="button"
            label={`看${line.lastYear}年的${line.name}`}
            url={routes.financeClass(org.code, { class: line.code, year: String(line.lastYear) })}
          />
        )}
        {narrowed && (
          <Link
            className="button button--plain"
            label={`看${year}年全部的${line.name}`}
            url={routes.financeClass(org.code, { class: line.code, year: String(year) })}
          />
        )}
        <Link
          className="button button--plain"
          label={`回到${year}年的账`}
          url={routes.finance(org.code, year)}
        />
      </Box>
    </Box>
  )
}

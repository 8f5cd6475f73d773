import { useEffect } from 'react'
import { hasGuide } from '@shared/presentation/serviceGuide'
import type { NoticePage } from '@shared/contract/reading/site'
import { Aloud } from '../../components/Aloud'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { OrgNow } from '../../components/page/OrgNow'
import { Loaded } from '../../components/page/Loaded'
import { NoticeRecord } from '../../components/presented/NoticeRecord'
import { Breadcrumbs } from '../../components/page/Breadcrumbs'
import { Box, Heading } from '../../elements/dom'
import { useNotice } from '../../hooks/useNotice'
import { useParams } from '../../hooks/useParams'
import { useShareCard } from '../../hooks/useShareCard'
import { isTenant } from '../../format/org'
import { adoptVillage } from '../../state/village'
import { shortDate } from '../../format/date'
import { routes } from '../../routes'
import { Actions } from './Actions'
import { Explained, Terms } from './Explained'
import { OwnLines } from './own/OwnLines'
import { NoticeStamp, Posted } from './Trust'
import { useOwnLines } from './own/useOwnLines'
import { Proof } from './Proof'
import { Standing } from './Standing'
import { useLedgerCheck } from './useLedgerCheck'
import { Mismatch } from './Mismatch'
import { Withdrawn } from './Withdrawn'

/** Shows one published notice 公示, in the order of the wall sheet. */
export default function NoticePageView() {
  const params = useParams()
  const id = params['id'] ?? ''
  const edition = Number(params['edition']) || undefined
  const page = useNotice(id, edition)
  const org = page.data?.org
  // A code on the wall decides the village of a first visit.
  useEffect(() => {
    if (org && isTenant(org)) adoptVillage(org.code)
  }, [org])
  useShareCard(page.data?.share ?? { title: '公示', path: routes.notice(id) })
  return (
    <Frame title={page.data?.notice.title ?? '公示'} barred stale={page}>
      <Loaded resource={page} lines={12}>
        {data => (
          <>
            <Breadcrumbs
              steps={[
                { label: data.org.name, url: routes.home(data.org.code) },
                { label: '同类公示', url: routes.category(data.org.code, data.notice.category) },
              ]}
            />
            {data.withdrawn ? <Withdrawn page={data} tombstone={data.withdrawn} /> : <Sheet page={data} />}
          </>
        )}
      </Loaded>
    </Frame>
  )
}

function Sheet({ page }: { page: NoticePage }) {
  const { notice, presented, item, org } = page
  const check = useLedgerCheck(page)
  const own = useOwnLines(page)
  return (
    <Aloud blocks={presented.blocks} startedElsewhere>
      {(bar, voice) => (
        <Box as="article" className="cols">
          <Box className={check === 'wrong' ? 'doubtful' : undefined}>
            {check === 'wrong' && <Mismatch page={page} />}
            <Box as="p" className="small">
              {[notice.orgName, notice.periodLabel, `${shortDate(notice.publishedAt)}公开`].join('·')}
            </Box>
            <Heading level={1} className="title title--ruled">
              {notice.title}
            </Heading>
            <OrgNow org={org} publishedAt={notice.publishedAt} />
            <Standing page={page} />
            <Actions noticeId={notice.id} voice={voice} />
            <NoticeRecord
              notice={notice}
              item={item}
              blocks={presented.blocks}
              own={own.rows}
              trust={
                <>
                  <NoticeStamp page={page} check={check} />
                  <Posted page={page} />
                </>
              }
              help={
                <>
                  {bar}
                  <OwnLines lines={own.lines} asked={own.asked} folded={page.publicity.folded} />
                  <Explained page={page} />
                </>
              }
            />
            {hasGuide(notice) && (
              <Box className="buttons unprinted">
                <Link
                  className="button button--plain"
                  label="我也想申请"
                  url={routes.item(item.id, org.code)}
                />
              </Box>
            )}
            <Terms page={page} />
          </Box>
          <Proof page={page} />
        </Box>
      )}
    </Aloud>
  )
}

import type { NoticePage } from '@shared/schemas/reading'
import { client } from '../../api/client'
import { Frame } from '../../components/Frame'
import { Link } from '../../components/Link'
import { Loaded } from '../../components/Loaded'
import { PresentedBlocks } from '../../components/presented/PresentedBlocks'
import { Trail } from '../../components/Trail'
import { Box, Heading, ShareButton, Txt } from '../../elements/dom'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'
import { Proof } from './Proof'

/** 公示: one published notice, read from top to bottom like the sheet on the wall. */
export default function NoticePageView() {
  const params = useParams()
  // The code on the wall carries the id as WeChat's `scene`.
  const id = params['id'] ?? params['scene'] ?? ''
  const page = useResource<NoticePage>(`notice:${id}`, () => client.notice(id))
  useShareCard(page.data?.share ?? { title: '公示', path: routes.notice(id) })
  return (
    <Frame title={page.data?.notice.title ?? '公示'} stale={page}>
      <Loaded resource={page} lines={12}>
        {data => <Sheet page={data} />}
      </Loaded>
    </Frame>
  )
}

function Sheet({ page }: { page: NoticePage }) {
  const { notice, org, presented } = page
  const correction = page.editions.find(edition => edition.edition === notice.edition)?.reason
  const inCategory = routes.category(org.code, notice.category)
  return (
    <>
      <Trail
        steps={[
          { label: org.name, url: routes.home(org.code) },
          { label: '同类公示', url: inCategory },
        ]}
      />
      <Box as="article" className="cols">
        <Box>
          <Heading level={1} className="title">
            {notice.title}
          </Heading>
          <Box as="p" className="small">
            {`${notice.orgName}公开 · ${fullDate(notice.publishedAt)} · 第 ${notice.edition} 版 · ${notice.periodLabel}`}
          </Box>
          {correction && (
            <Box as="p">
              <Txt className="state state--late">更正：</Txt>
              {correction}
            </Box>
          )}
          <Box className="buttons">
            <Link className="button" label="和街道公开的对照" url={routes.alongside(notice.id)} />
            <ShareButton className="button button--plain" label="转给别人看">
              转给别人看
            </ShareButton>
          </Box>
          <PresentedBlocks blocks={presented.blocks} />
        </Box>
        <Proof page={page} />
      </Box>
    </>
  )
}

import type { NoticeObjections } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useShareCard } from '../../../../hooks/useShareCard'
import { useResource } from '../../../../hooks/useResource'
import { objectionWords } from '../../../../format/objectionWords'
import { routes } from '../../../../routes'

type Asked = NoticeObjections['items'][number]

/** Shows the questions and answers on a notice, without names. */
export default function AskedPage() {
  const params = useParams()
  const id = params['notice'] ?? ''
  const page = useResource<NoticeObjections>(`objections:${id}`, () =>
    api('GET /notices/:id/objections', { params: { id } }),
  )
  useShareCard({ title: '大家提的异议', path: routes.asked(id) })
  return (
    <Frame title="大家提的异议" narrow stale={page}>
      <Loaded resource={page}>
        {({ counts, items }) => (
          <>
            <Box as="header" className="board">
              <Heading level={1} className="title">
                大家提的异议
              </Heading>
              <Box as="p">{`${objectionWords(counts)}。`}</Box>
              <Box className="buttons">
                <Link className="button" label="我也要提" url={routes.point(id)} />
                <Link className="button button--plain" label="看公示" url={routes.notice(id)} />
              </Box>
            </Box>
            {items.length === 0 && (
              <EmptyState title="还没有答复过的异议" text="答复了的问与答会列在这里。" />
            )}
            {items.map(item => (
              <OneAsked key={item.number} item={item} />
            ))}
          </>
        )}
      </Loaded>
    </Frame>
  )
}

function OneAsked({ item }: { item: Asked }) {
  const { number, by, place, kindLabel, text, filedOn, answers, stateLabel } = item
  return (
    <Section title={`${place}：${kindLabel}`}>
      <Box as="p" className="small">{`${by} · ${filedOn} · ${number} · ${stateLabel}`}</Box>
      {text && <Box as="p">{`问：${text}`}</Box>}
      {answers.map(answer => (
        <Box key={`${answer.on}${answer.by}`} as="p">{`${answer.by}答（${answer.on}）：${answer.text}`}</Box>
      ))}
    </Section>
  )
}

import { useState } from 'react'
import type { NoticePage } from '@shared/contract/reading/site'
import { Button } from '../../../../components/controls/Button'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { SearchBox } from '../../../../components/controls/SearchBox'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useNotice } from '../../../../hooks/useNotice'
import { useParams } from '../../../../hooks/useParams'
import { routes } from '../../../../routes'
import { type PlaceGroup, matching, placeGroups } from '../../places'

const AT_ONCE = 40

/** First screen of an objection 提出异议: selects the place. */
export default function PointPage() {
  const params = useParams()
  const id = params['notice'] ?? ''
  const page = useNotice(id)
  return (
    <Frame title="提出异议" narrow stale={page}>
      <Loaded resource={page}>{data => <Places page={data} />}</Loaded>
    </Frame>
  )
}

function Places({ page }: { page: NoticePage }) {
  const [words, setWords] = useState('')
  const { notice, presented } = page
  if (page.withdrawn) return <EmptyState title="这条公示已经撤回" text="内容不再公开，不能再提异议。" />
  const all = placeGroups(presented.blocks)
  const groups = words ? matching(all, words) : all
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          点一下您觉得不对的地方
        </Heading>
        <Box as="p" className="small">{`${notice.orgName}：${notice.title}`}</Box>
        <Box className="buttons">
          <Link className="button" label="说的是整条公示" url={routes.write(notice.id)} />
        </Box>
      </Box>
      <SearchBox label="找一行" placeholder="例如 姓、事由、金额" onSearch={setWords} />
      {groups.length === 0 && <EmptyState title="没有找到" text="换一个短一点的词再找。" />}
      {groups.map(group => (
        <Group key={`${group.id}${words}`} noticeId={notice.id} group={group} />
      ))}
    </>
  )
}

function Group({ noticeId, group }: { noticeId: string; group: PlaceGroup }) {
  const [shown, setShown] = useState(AT_ONCE)
  const left = group.places.length - shown
  return (
    <Section title={group.label}>
      {group.places.slice(0, shown).map(({ blockId, rowId, title, text }) => (
        <Link
          key={rowId ?? blockId}
          className="row"
          label={`${title}，${text}`}
          url={routes.write(noticeId, blockId, rowId)}
        >
          <Txt className="row__main">
            <Txt className="row__title">{title}</Txt>
            <Txt className="row__meta">{text}</Txt>
          </Txt>
        </Link>
      ))}
      {left > 0 && (
        <Button
          look="plain"
          wide
          label={`还有 ${left} 行，接着看`}
          onPress={() => setShown(shown + AT_ONCE)}
        />
      )}
    </Section>
  )
}

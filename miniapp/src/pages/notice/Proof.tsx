import type { NoticePage } from '@shared/contract/reading/site'
import { publicityNote } from '@shared/presentation/publicityWords'
import { Link } from '../../components/controls/Link'
import { Fold } from '../../components/page/Fold'
import { Box } from '../../elements/dom'
import { routes } from '../../routes'
import { Channels } from './Channels'
import { Editions } from './Editions'
import { Hands } from './Hands'
import { Questions } from './Questions'
import { Wall } from './Wall'

/** Shows whose hands the notice went through, whom to ask, its editions and its basis; a side column on wide screens. */
export function Proof({ page }: { page: NoticePage }) {
  const { org, item, publicity } = page
  const moved = publicityNote(publicity)
  return (
    <Box as="aside" label="谁负责，找谁问">
      <Hands page={page} />
      <Questions page={page} />
      <Editions page={page} />
      <Channels page={page} />
      <Fold label="为什么要公开这个" note={item.path[item.path.length - 1]}>
        <Box as="p">{`${item.orgName}公开目录里要求公开：`}</Box>
        <Link label={item.path.join(' › ')} url={routes.item(item.id, org.code)} />
        <Box as="p" className="small">{`领域：${item.area}`}</Box>
        {publicity.basis && <Box as="p" className="small">{`公示期的依据：${publicity.basis}${moved}`}</Box>}
      </Fold>
      <Wall page={page} />
    </Box>
  )
}

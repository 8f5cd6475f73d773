import { viewTarget } from '@shared/presentation/objectionTarget'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { useNotice } from '../../../../hooks/useNotice'
import { useParams } from '../../../../hooks/useParams'
import { replace, routes } from '../../../../routes'
import { WriteForm } from './WriteForm'

/** Second screen of an objection 提出异议: describes the problem. */
export default function WritePage() {
  const params = useParams()
  const id = params['notice'] ?? ''
  const target = {
    ...(params['block'] && { blockId: params['block'] }),
    ...(params['row'] && { rowId: params['row'] }),
  }
  const page = useNotice(id)
  return (
    <Frame title="提出异议" narrow stale={page}>
      <Loaded resource={page}>
        {data => {
          const view = viewTarget(data.presented.blocks, target)
          if (!view) {
            return (
              <EmptyState title="没有找到这一处" text="公示可能刚刚更正过，请重新点一下不对的地方。">
                <Link className="button" label="重新选" url={routes.point(id)} />
              </EmptyState>
            )
          }
          return (
            <WriteForm
              page={data}
              target={target}
              view={view}
              onSent={sent => replace(routes.objection(sent, 'sent'))}
            />
          )
        }}
      </Loaded>
    </Frame>
  )
}

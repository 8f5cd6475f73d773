import type { DraftDiff } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Difference } from '../../diff/Difference'
import '../../street.scss'
import '../../draft.scss'

/** Shows the changes of a draft 和现行目录的不同, for decisions and activation by a second person. */
export default function DraftDiffPage() {
  const { id = '' } = useParams()
  const page = useResource<DraftDiff>(
    id && `draft-diff:${id}`,
    () => api('GET /catalogue-drafts/:id/diff', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="和现行目录的不同">
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={10}>
          {diff => <Difference diff={diff} onChanged={page.reload} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Check } from './Check'

export interface Checking {
  page: WorkNoticePage
  /** Preview without any releases: shows every privacy finding. */
  preview: MaskPreview
}

const askPreview = ({ notice }: WorkNoticePage, releases: WorkNoticePage['notice']['releases']) =>
  api('POST /work/mask-preview', {
    body: {
      orgCode: notice.orgCode,
      itemId: notice.itemId,
      content: notice.content,
      releases,
    },
  })

async function load(id: string): Promise<Checking> {
  const page = await api('GET /work/:id', { params: { id } })
  return { page, preview: await askPreview(page, []) }
}

/** Runs the privacy check 隐私检查: findings, public view, and reasons for releases. */
export default function PrivacyPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const checking = useResource<Checking>(`privacy:${id}`, () => load(id), IN_WORK)
  useReshown(checking.reload)
  return (
    <Frame title="隐私检查" stale={checking}>
      <LoginGate error={checking.error}>
        <Loaded resource={checking}>
          {data => <Check {...data} ask={askPreview} onChanged={checking.reload} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

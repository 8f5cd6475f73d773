import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { DraftList } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { DraftsOf } from '../../import/DraftsOf'
import { InForce } from '../../import/InForce'
import { ImportForm } from '../../import/ImportForm'
import '../../street.scss'
import '../../draft.scss'

/** Imports a catalogue 导入目录: a county's file or text becomes a draft; open drafts can be continued. */
export default function ImportPage() {
  const me = useMe()
  return (
    <Frame title="导入目录" narrow>
      <LoginGate>{me && <Import me={me} />}</LoginGate>
    </Frame>
  )
}

function Import({ me }: { me: Me }) {
  const params = useParams()
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(params['org'] ?? orgs[0]?.value ?? '')
  const drafts = useResource<DraftList>(
    org && `drafts:${org}`,
    () => api('GET /orgs/:code/catalogues/drafts', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(drafts.reload)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          导入目录
        </Heading>
        <Box as="p" className="lead">
          县里发来的
          Excel、Word、网页、文本都可以。先存成草稿，看不准的格子标出来请您核对，再由街道的另一个人启用。
        </Box>
      </Box>
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      <LoginGate error={drafts.error}>
        {orgs.some(({ value }) => value === org) && <ImportForm key={org} org={org} />}
        <Loaded resource={drafts}>{({ items }) => <DraftsOf drafts={items} />}</Loaded>
        {org && <InForce key={`in-force:${org}`} org={org} />}
      </LoginGate>
    </>
  )
}

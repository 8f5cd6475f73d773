import { useState } from 'react'
import { isLandOrHouse } from '@shared/facts/participation/requisition'
import type { ApplicationPage } from '@shared/contract/participation/application'
import type { OrgPage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box, Heading } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { EMPTY, itemsOf } from './fields'
import { IntakeForm } from './IntakeForm'
import { ReadBack } from './ReadBack'
import { Receipt } from './Receipt'
import '../../application.scss'

/** Takes down an application at the counter 窗口登记: the screen is turned to the applicant and read back before it is received. */
export default function IntakePage() {
  const org = useParams()['org'] ?? ''
  return (
    <Frame title="窗口登记申请" narrow>
      <LoginGate>
        <Intake org={org} />
      </LoginGate>
    </Frame>
  )
}

function Intake({ org }: { org: string }) {
  const place = useResource<OrgPage>(org && `org:${org}`, () =>
    api('GET /orgs/:code', { params: { code: org } }),
  )
  const [fields, setFields] = useState(EMPTY)
  const [turned, setTurned] = useState(false)
  const [done, setDone] = useState<ApplicationPage | null>(null)
  const { busy, problems, code, run } = useAction()
  const orgName = place.data?.name ?? ''
  const send = (again: boolean) =>
    void run(async key => {
      const { on, ...rest } = fields
      const items = itemsOf(fields)
      const body = {
        ...rest,
        ...(on !== '' && { on }),
        items,
        readBack: true,
        again,
        landOrHouse: items.some(isLandOrHouse),
      }
      setDone(await api('POST /orgs/:code/applications', { params: { code: org }, body }, key))
    })
  const next = () => {
    setFields(EMPTY)
    setTurned(false)
    setDone(null)
  }
  if (done) return <Receipt page={done} onNext={next} />
  if (turned) {
    return (
      <ReadBack
        fields={fields}
        orgName={orgName}
        busy={busy}
        problems={problems}
        exists={code === 'application-exists'}
        onAgreed={send}
        onBack={() => setTurned(false)}
      />
    )
  }
  return (
    <>
      <Box as="header" className="board">
        <Box as="p" className="small">
          {orgName}
        </Box>
        <Heading level={1} className="board__name">
          窗口登记申请
        </Heading>
      </Box>
      <IntakeForm fields={fields} onChange={setFields} onDone={() => setTurned(true)} />
    </>
  )
}

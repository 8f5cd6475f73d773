import type { OrgRef } from '@shared/contract/people/org'
import { useState } from 'react'
import { urlOf } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { Problems } from '../../components/page/Problems'
import { Box } from '../../elements/dom'
import { openFile } from '../../elements/files'

const PAPERS = [
  { paper: 'handbook', label: '清单手册（PDF）', name: '小微权力清单手册' },
  { paper: 'wall', label: '上墙图（PDF）', name: '小微权力清单' },
] as const

/** Offers the list as a document: opened on the phone, saved in the browser. */
export function Papers({ org }: { org: OrgRef }) {
  const [failed, setFailed] = useState(false)
  const open = async ({ paper, name }: (typeof PAPERS)[number]) =>
    setFailed(
      !(await openFile(
        urlOf(`GET /orgs/:code/powers/${paper}.pdf`, { params: { code: org.code } }),
        `${org.name}${name}.pdf`,
      )),
    )
  return (
    <>
      <Box className="buttons">
        {PAPERS.map(one => (
          <Button key={one.paper} look="plain" label={one.label} onPress={() => void open(one)} />
        ))}
      </Box>
      <Problems problems={failed ? ['没有打开，请过一会儿再试。'] : []} />
    </>
  )
}

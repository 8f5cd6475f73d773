import { useState } from 'react'
import type { ApplicationProgress } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Frame } from '../../../../components/page/Frame'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useParams } from '../../../../hooks/useParams'
import { ProgressFacts } from '../../ProgressFacts'

/** Shows how far an application is by number and short code 查询码, without a login; nothing of it is stored on the phone. */
export default function ProgressPage() {
  const [number, setNumber] = useState(useParams()['number'] ?? '')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<ApplicationProgress | null>(null)
  const { busy, problems, run } = useAction()
  const ask = () =>
    void run(async () => {
      setFound(await api('POST /application-progress', { body: { number: number.trim(), code } }))
    })
  return (
    <Frame title="查进度" narrow>
      <Box as="header" className="board">
        <Heading level={found ? 2 : 1} className="board__name">
          凭编号查进度
        </Heading>
        <Box as="p" className="lead">
          编号和查询码印在回执上。查过的不留在这部手机上。
        </Box>
      </Box>
      <TextField
        id="progress-number"
        label="编号"
        required
        maxLength={60}
        value={number}
        onChange={setNumber}
      />
      <TextField id="progress-code" label="查询码" required maxLength={20} value={code} onChange={setCode} />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label="查进度" disabled={busy || number.trim() === '' || code.trim() === ''} onPress={ask} />
      </Box>
      {found && (
        <ProgressFacts
          progress={found}
          above={`${found.orgName}·只凭编号和查询码看`}
          title={`编号 ${found.number}`}
        />
      )}
    </Frame>
  )
}

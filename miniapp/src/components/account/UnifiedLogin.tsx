import { api } from '../../api/client'
import { useAction } from '../../hooks/useAction'
import { Box } from '../../elements/dom'
import { Button } from '../controls/Button'
import { Problems } from '../page/Problems'
import { leaveFor } from './visit'

/** Logs in by the unified identity of the government, where one is configured. `name`: of the service. */
export function UnifiedLogin({ name }: { name: string }) {
  const { busy, problems, run } = useAction()
  const go = () =>
    void run(async () => leaveFor(await api('POST /auth/unified', {}, { anonymous: true }), 'login'))
  return (
    <>
      <Box className="buttons">
        <Button look="plain" label={`用${name}登录`} disabled={busy} onPress={go} />
      </Box>
      <Problems problems={problems} />
    </>
  )
}

import { Box } from '../../elements/dom'
import { wechatCode } from '../../elements/platform'
import { Button } from '../controls/Button'

export interface WayInProps {
  busy: boolean
  /** Name of the unified identity, which the browser version offers; null: none. */
  unified: string | null
  /** Logs in with a code of WeChat; null: cancelled. */
  attempt: (getCode: () => Promise<string | null>) => void
}

/** Shows the login by WeChat. Browser version: WayIn.h5.tsx. */
export function WayIn({ busy, attempt }: WayInProps) {
  return (
    <Box className="buttons">
      <Button label={busy ? '正在登录…' : '用微信登录'} disabled={busy} onPress={() => attempt(wechatCode)} />
    </Box>
  )
}

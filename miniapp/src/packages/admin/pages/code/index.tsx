import { useEffect, useState } from 'react'
import { chinaTime } from '@shared/common/period'
import type { AppointmentCode } from '@shared/contract/people/grant'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Problems } from '../../../../components/page/Problems'
import { Box, Txt } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useMe } from '../../../../state/session'
import { Page } from '../../Page'

/** Shows an appointment code 任职码, which an administrator types to appoint this person. */
export default function AppointmentCodePage() {
  const me = useMe()
  return (
    <Page
      title="我的任职码"
      about="村里、街道要请您办公开的事，管理员要先认出您的账号。把下面的数字念给他；数字不能用来登录。"
    >
      <LoginGate>{me && <Code key={me.id} />}</LoginGate>
    </Page>
  )
}

function Code() {
  const [shown, setShown] = useState<AppointmentCode | null>(null)
  const ask = useAction()
  const renew = () => void ask.run(async () => setShown(await api('POST /me/appointment-code')))
  // Asks once when the page opens; later ones by press.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(renew, [])
  return (
    <>
      <Box live="polite">
        {shown && (
          <Box className="summary">
            <Txt className="summary__number">{`${shown.code.slice(0, 4)} ${shown.code.slice(4)}`}</Txt>
            <Box as="p">{`${chinaTime(shown.expiresAt)}以前有效`}</Box>
          </Box>
        )}
      </Box>
      <Problems problems={ask.problems} />
      <Box className="buttons">
        <Button look="plain" label={shown ? '换一个新的' : '再试一次'} disabled={ask.busy} onPress={renew} />
      </Box>
    </>
  )
}

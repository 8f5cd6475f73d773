import type { OwnIdentity } from '@shared/contract/people/webLogin'
import { api } from '../../api/client'
import { leaveFor } from '../../components/account/visit'
import { Button } from '../../components/controls/Button'
import { ConfirmButton } from '../../components/controls/ConfirmButton'
import { Problems } from '../../components/page/Problems'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { isBrowser } from '../../elements/platform'
import { dateAndTime } from '../../format/date'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { useAction } from '../../hooks/useAction'

/** Links the own account with the unified identity, or removes the link; nothing where none is configured. */
export function OwnIdentitySection({ userId }: { userId: string }) {
  const own = useResource<OwnIdentity>(`unified:${userId}`, () => api('GET /me/unified'), IN_WORK)
  const { busy, problems, run } = useAction()
  const { name = null, linkedAt = null, mayLink = false } = own.data ?? {}
  if (name === null || !(mayLink || linkedAt)) return null
  const link = () => void run(async () => leaveFor(await api('POST /me/unified', { body: {} }), 'link'))
  const unlink = () =>
    void run(async () => {
      await api('POST /me/unified/unlink', { body: {} })
      own.reload()
    })
  return (
    <Section title={name}>
      <Box as="p">
        {linkedAt
          ? `${dateAndTime(linkedAt)}已绑定，可以用它在网页上登录。`
          : '绑定以后，可以用它在网页上登录。请在电脑的网页上绑定。'}
      </Box>
      {linkedAt ? (
        <ConfirmButton
          look="plain"
          label="解除绑定"
          words={['解除后，不能再用它登录。']}
          confirm="解除"
          keep="取消"
          disabled={busy}
          onConfirm={unlink}
        />
      ) : (
        isBrowser && (
          <Box className="buttons">
            <Button look="plain" label={`绑定${name}`} disabled={busy} onPress={link} />
          </Box>
        )
      )}
      <Problems problems={problems} />
    </Section>
  )
}

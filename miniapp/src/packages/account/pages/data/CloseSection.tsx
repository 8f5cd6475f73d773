import retention from '@shared/facts/people/policies/retention.json'
import { api } from '../../../../api/client'
import { ConfirmButton } from '../../../../components/controls/ConfirmButton'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { restart, routes } from '../../../../routes'
import { forgetAgreement } from '../../../../state/agreement'
import { logOut } from '../../../../state/session'

const WORDS = [
  '注销马上生效，不能恢复。还没有答复的异议照样办理，但不会再通知您。',
  '以后再登录是一个新账号，看不到以前的记录。',
]

/** Closes the own account 注销: says what goes and what is kept by law, then asks once more. */
export function CloseSection({ mayClose }: { mayClose: boolean }) {
  const { busy, problems, run } = useAction()
  const close = async () => {
    if (!(await run(() => api('POST /me/close', { body: { confirm: '注销' } })))) return
    forgetAgreement()
    await logOut()
    restart(routes.mine())
  }
  return (
    <Section title="注销账号">
      {retention.kept.map(({ what, until }) => (
        <Box key={what} className="row">
          <Box className="row__main">
            <Txt className="row__title">{what}</Txt>
            <Txt className="row__meta">{until}</Txt>
          </Box>
        </Box>
      ))}
      {mayClose ? (
        <ConfirmButton
          look="plain"
          label="注销我的账号"
          words={WORDS}
          confirm="确认注销"
          keep="不注销"
          disabled={busy}
          onConfirm={() => void close()}
        />
      ) : (
        <Box as="p">您还有任职，不能自己注销：请先请安全管理员撤销任职。</Box>
      )}
      <Problems problems={problems} />
    </Section>
  )
}

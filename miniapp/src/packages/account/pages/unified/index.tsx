import { useEffect, useState } from 'react'
import { api, loginByIdentity } from '../../../../api/client'
import { takeReturn } from '../../../../components/account/visit'
import { Frame } from '../../../../components/page/Frame'
import { Problems } from '../../../../components/page/Problems'
import { Link } from '../../../../components/controls/Link'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useAction } from '../../../../hooks/useAction'
import { routes } from '../../../../routes'
import { rememberMe } from '../../../../state/session'

/** Takes the return from the unified identity 统一身份认证: a login, or the link of the own account. */
export default function UnifiedPage() {
  const params = useParams()
  const [words, setWords] = useState('')
  const { busy, problems, run } = useAction()
  useEffect(() => {
    const answer = takeReturn(params)
    void run(async () => {
      if (!answer) return setWords('! 统一身份认证没有完成，请重新登录。')
      const { purpose, ...body } = answer
      if (purpose === 'login') {
        rememberMe((await loginByIdentity(body)).me)
        return setWords('✓ 已登录。')
      }
      await api('POST /me/unified/finish', { body })
      setWords('✓ 已绑定，以后可以用统一身份认证在网页上登录。')
    })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the return is taken once
  }, [])
  return (
    <Frame title="统一身份认证" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          统一身份认证
        </Heading>
      </Box>
      <Box as="p" live="polite">
        {busy ? '正在核对…' : words}
      </Box>
      <Problems problems={problems} />
      <Box className="buttons">
        <Link className="button" label="去“我的”" url={routes.mine()} />
      </Box>
    </Frame>
  )
}

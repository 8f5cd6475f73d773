import { useState } from 'react'
import { api } from '../../api/client'
import { Link } from '../../components/controls/Link'
import { Problems } from '../../components/page/Problems'
import { Box, Press, Txt } from '../../elements/dom'
import { useAction } from '../../hooks/useAction'
import { routes } from '../../routes'
import { useMe } from '../../state/session'

interface Props {
  /** Of the obligation. */
  id: string
  title: string
  /** How many urged it before. */
  before: number
}

/** Urges to disclose what is late 催一下: shows how many did, never who. Without a login, the way to one. */
export function Urge({ id, title, before }: Props) {
  const me = useMe()
  const { busy, problems, code, run } = useAction()
  const [count, setCount] = useState(before)
  const [done, setDone] = useState(false)
  const urge = () =>
    run(async key => {
      const { nudges } = await api('POST /obligations/:id/nudge', { params: { id }, body: {} }, key)
      setCount(nudges)
      setDone(true)
    })
  return (
    <Box className="urge">
      {count > 0 && <Txt className="board-row__text">{`${count} 人催过`}</Txt>}
      {done && <Txt className="state state--ok">✓ 您催过了，村里和街道都看得到人数</Txt>}
      {!done && me && (
        <Press
          className="button button--plain"
          label={`催一下：${title}`}
          disabled={busy}
          onPress={() => void urge()}
        >
          催一下
        </Press>
      )}
      {!done && !me && (
        <Link className="link" label={`登录后可以催一下：${title}`} url={routes.mine()}>
          登录后可以催一下
        </Link>
      )}
      <Problems problems={problems} />
      {code === 'not-resident' && <Link label="我是本村人" url={routes.residence()} />}
    </Box>
  )
}

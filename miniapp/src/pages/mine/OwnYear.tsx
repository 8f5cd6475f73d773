import type { Household } from '@shared/contract/reading/household'
import { sumFen, yuan } from '@shared/common/money'
import { api } from '../../api/client'
import { Figure } from '../../components/board/Figure'
import { Link } from '../../components/controls/Link'
import { Ways } from '../../components/board/Ways'
import { Box, Txt } from '../../elements/dom'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { routes } from '../../routes'
import { serverToday } from '../../state/serverClock'
import { paidIn } from './paid'

/** Shows what the reader's household got this year 您家今年领到, to the reader alone. */
export function OwnYear({ userId }: { userId: string }) {
  const page = useResource<Household>(`household:${userId}`, () => api('GET /me/household'), IN_WORK)
  const own = page.data?.people.find(({ relationLabel }) => relationLabel === null)
  if (!page.data) return null
  if (!own) {
    return <Ways ways={[{ icon: 'person', name: '我是本村人', text: '认证以后，这里列出您家领的', url: routes.residence() }]} /> // prettier-ignore
  }
  const year = serverToday().slice(0, 4)
  const schemes = paidIn(own.lines, year)
  return (
    <Box className="leaf">
      <Txt className="own__only">
        <Txt decorative className="ic ic--lock ic--small" /> 只有您看得到
      </Txt>
      {schemes.length === 0 ? (
        <Box as="p">{`${year}年公开过的名单里，还没有您家的。`}</Box>
      ) : (
        <Figure
          figure={{
            label: `您家 ${year} 年领到`,
            text: yuan(sumFen(schemes.map(({ fen }) => fen))),
            unit: '元',
          }}
        />
      )}
      {schemes.map(({ scheme, fen, count }) => (
        <Box key={scheme} className="own__line">
          <Txt className="own__what">{`${scheme} ${count} 笔`}</Txt>
          <Txt className="own__amount">{yuan(fen)}</Txt>
        </Box>
      ))}
      <Link className="link" label="往年的和每一笔" url={routes.household()} />
    </Box>
  )
}

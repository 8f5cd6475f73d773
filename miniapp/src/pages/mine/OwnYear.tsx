import type { Household, OwnLine } from '@shared/contract/reading/household'
import { amountsIn, sumFen, yuan } from '@shared/common/money'
import { api } from '../../api/client'
import { Figure } from '../../components/board/Figure'
import { Link } from '../../components/controls/Link'
import { Ways } from '../../components/board/Ways'
import { Box, Txt } from '../../elements/dom'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { routes } from '../../routes'
import { serverToday } from '../../state/serverClock'

const fenOf = ({ amount }: OwnLine): number => sumFen(amountsIn(`${amount}元`))

/** A list of one day is a list of what is proposed 初审公示; nothing has been paid by it. */
const isPaid = ({ periodLabel }: OwnLine): boolean => !periodLabel.endsWith('日')

interface Scheme {
  scheme: string
  fen: number
  count: number
}

/** The lines of a year, by scheme, the newest first. */
function schemesOf(lines: readonly OwnLine[]): Scheme[] {
  const schemes = new Map<string, Scheme>()
  for (const line of lines) {
    const { fen, count } = schemes.get(line.scheme) ?? { fen: 0, count: 0 }
    schemes.set(line.scheme, { scheme: line.scheme, fen: fen + fenOf(line), count: count + 1 })
  }
  return [...schemes.values()]
}

/** Shows what the reader's household got this year 您家今年领到, to the reader alone. */
export function OwnYear({ userId }: { userId: string }) {
  const page = useResource<Household>(`household:${userId}`, () => api('GET /me/household'), IN_WORK)
  const own = page.data?.people.find(({ relationLabel }) => relationLabel === null)
  if (!page.data) return null
  if (!own) {
    return <Ways ways={[{ icon: 'person', name: '我是本村人', text: '认证以后，这里列出您家领的', url: routes.residence() }]} /> // prettier-ignore
  }
  const year = serverToday().slice(0, 4)
  const lines = own.lines.filter(line => line.periodLabel.startsWith(year) && isPaid(line))
  return (
    <Box className="leaf">
      <Txt className="own__only">
        <Txt decorative className="ic ic--lock ic--small" /> 只有您看得到
      </Txt>
      {lines.length === 0 ? (
        <Box as="p">{`${year}年公开过的名单里，还没有您家的。`}</Box>
      ) : (
        <Figure figure={{ label: `您家 ${year} 年领到`, text: yuan(sumFen(lines.map(fenOf))), unit: '元' }} />
      )}
      {schemesOf(lines).map(({ scheme, fen, count }) => (
        <Box key={scheme} className="own__line">
          <Txt className="own__what">{`${scheme} ${count} 笔`}</Txt>
          <Txt className="own__amount">{yuan(fen)}</Txt>
        </Box>
      ))}
      <Link className="link" label="往年的和每一笔" url={routes.household()} />
    </Box>
  )
}

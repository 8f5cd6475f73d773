import { useState } from 'react'
import { flatMap } from '@shared/common/lists'
import type { ObligationMatrix } from '@shared/contract/disclosure/matrix'
import { Pager } from '../../../components/page/Pager'
import { Link } from '../../../components/controls/Link'
import { Box, Press, Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import { LOOK_OF, type Look, type NumberedItem, lookedAt, monthKey, rank, readerOf, sumsOf } from './view'

interface Props {
  matrix: ObligationMatrix
  look: Look
}

type Village = ObligationMatrix['villages'][number]

/** Shows the matrix on a phone, village by village; only the open one lists its items. */
export function VillageCards({ matrix, look }: Props) {
  const alone = matrix.villages.length === 1 ? (matrix.villages[0]?.code ?? null) : null
  const [open, setOpen] = useState<string | null>(alone)
  const { items, villages: rows } = lookedAt(matrix, look)
  return (
    <Pager rows={rows} label="村（社区）">
      {villages =>
        villages.map(village => (
          <Box key={village.code} as="section">
            <CardHead
              village={village}
              sums={sumsOf(matrix, village, items, look.month)}
              open={open === village.code}
              onToggle={() => setOpen(open === village.code ? null : village.code)}
            />
            {open === village.code && (
              <CardItems matrix={matrix} village={village} items={items} month={look.month} />
            )}
          </Box>
        ))
      }
    </Pager>
  )
}

interface HeadProps {
  village: Village
  sums: ReturnType<typeof sumsOf>
  open: boolean
  onToggle: () => void
}

function CardHead({ village, sums, open, onToggle }: HeadProps) {
  const words = sums.map(({ text }) => text)
  const sign = open ? '收起' : '展开'
  const told = words.length > 0 ? words : ['没有要公开的']
  return (
    <Press
      className="card"
      label={[village.name, sign, ...told].join('，')}
      expanded={open}
      onPress={onToggle}
    >
      <Txt className="card__line">
        <Txt className="row__name">{village.name}</Txt>
        <Txt className="tree__sign">{sign}</Txt>
      </Txt>
      <Txt className="card__sums">
        {sums.map(({ state, text }) => (
          <Txt key={state} className={`card__sum sum--${LOOK_OF[state]}`}>
            {text}
          </Txt>
        ))}
        {sums.length === 0 && <Txt className="row__meta">没有要公开的</Txt>}
      </Txt>
    </Press>
  )
}

interface ItemsProps {
  matrix: ObligationMatrix
  village: Village
  items: readonly NumberedItem[]
  month: number
}

/** Shows the items of one village, the most urgent first. */
function CardItems({ matrix, village, items, month }: ItemsProps) {
  const read = readerOf(matrix)
  const rows = flatMap(items, item => {
    const found = read(village, item.index, month)
    return found ? [{ item, found }] : []
  }).sort((a, b) => rank(a.found) - rank(b.found))
  return (
    <Box className="card__items">
      <Pager rows={rows} label="事项">
        {shown =>
          shown.map(({ item, found }) => {
            const cell = {
              village: village.code,
              item: item.key,
              month: monthKey(matrix.year, found.month),
            }
            const state = `${found.code.sign} ${found.code.label}`
            const meta = `${item.area} · ${found.month}月`
            return (
              <Link
                key={item.key}
                className="row"
                label={[item.name, meta, state].join('，')}
                url={routes.matrixCell(matrix.org.code, cell)}
              >
                <Txt className="row__main">
                  <Txt className="row__title">{item.name}</Txt>
                  <Txt className="row__meta">{meta}</Txt>
                </Txt>
                <Txt className={`state sum--${LOOK_OF[found.code.state]}`}>{state}</Txt>
              </Link>
            )
          })
        }
      </Pager>
    </Box>
  )
}

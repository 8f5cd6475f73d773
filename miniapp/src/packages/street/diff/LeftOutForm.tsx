import { useState } from 'react'
import { recordOf } from '@shared/common/lists'
import type { LeftOutItem } from '@shared/contract/catalogues/villageCatalogue'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { SHORTEST_REASON } from '../../../components/form/ReasonForm'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'

/** Reasons entered so far, by item. */
export type Reasons = Readonly<Record<string, string>>

interface Props {
  items: readonly LeftOutItem[]
  mayWrite: boolean
  reasons: Reasons
  onReasons: (reasons: Reasons) => void
}

const LONGEST_REASON = 200

/** Lists what the village must disclose today and its list leaves out 没有采用; each needs a reason. */
export function LeftOutForm({ items, mayWrite, reasons, onReasons }: Props) {
  const open = items.filter(({ reason }) => reason === null)
  return (
    <Section title={`没有采用的 ${items.length} 项`}>
      <Box as="p" className="lead">
        这些是现在要村里公开的。不采用就写明理由，街道马上会收到，公开情况里也看得到。
      </Box>
      {mayWrite && open.length > 1 && <OneForAll items={open} reasons={reasons} onReasons={onReasons} />}
      {items.map(item => (
        <Box key={item.key} className="entry">
          <Txt className="row__title">{item.path.join(' › ')}</Txt>
          <Txt className="row__meta">
            {item.ofStreet ? `街道目录 · ${item.area}` : `村里现行目录 · ${item.area}`}
          </Txt>
          {item.reason !== null && <Txt className="row__text">{`理由：${item.reason}`}</Txt>}
          {item.reason === null && !mayWrite && <Txt className="state">! 还没有写理由</Txt>}
          {item.reason === null && mayWrite && (
            <TextField
              id={`left-out-${item.key}`}
              label="为什么不采用"
              required
              maxLength={LONGEST_REASON}
              value={reasons[item.key] ?? ''}
              onChange={text => onReasons({ ...reasons, [item.key]: text })}
            />
          )}
        </Box>
      ))}
    </Section>
  )
}

/** Writes one reason for all items that have none yet. */
function OneForAll({ items, reasons, onReasons }: Omit<Props, 'mayWrite'>) {
  const [text, setText] = useState('')
  const empty = items.filter(({ key }) => (reasons[key] ?? '').trim() === '')
  const fill = () => {
    const same = recordOf(empty.map(({ key }) => [key, text.trim()] as const))
    onReasons({ ...reasons, ...same })
  }
  return (
    <Box className="line">
      <TextField
        id="left-out-all"
        label="理由都一样的，在这里写一次"
        maxLength={LONGEST_REASON}
        value={text}
        onChange={setText}
      />
      <Box className="buttons">
        <Button
          look="plain"
          label={`填到没写理由的 ${empty.length} 项`}
          disabled={text.trim().length < SHORTEST_REASON || empty.length === 0}
          onPress={fill}
        />
      </Box>
    </Box>
  )
}

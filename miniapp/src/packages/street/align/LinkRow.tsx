import { LINK_STATE_TEXTS, LINK_TEXTS } from '@shared/texts/links'
import type { ShownLink } from '@shared/contract/catalogues/alignment'
import { Button } from '../../../components/controls/Button'
import { Box, Txt } from '../../../elements/dom'
import { shortDate } from '../../../format/date'
import { nameOf } from './choices'

interface Props {
  link: ShownLink
  /** Null if the reader may not decide. */
  onUndo: (() => void) | null
  busy: boolean
}

const LOOKS = { confirmed: ' state--ok', rejected: '', stale: '' }
const SIGNS = { confirmed: '✓', rejected: '×', stale: '!' }

/** Shows a decided link with person and time; a stale one shows what is missing. */
export function LinkRow({ link, onUndo, busy }: Props) {
  const { state, relation, path, decidedByName, decidedAt } = link
  const name = relation === 'village-only' ? '' : `：${nameOf(path)}`
  const lost = state === 'stale' ? '。街道现行目录里已经没有这一项' : ''
  return (
    <Box className="row">
      <Txt className="row__main">
        <Txt className="row__title">{`${LINK_TEXTS[relation]}${name}`}</Txt>
        <Txt className="row__meta">{`${decidedByName}，${shortDate(decidedAt)}定${lost}`}</Txt>
      </Txt>
      <Txt className={`state${LOOKS[state]}`}>{`${SIGNS[state]} ${LINK_STATE_TEXTS[state]}`}</Txt>
      {onUndo && state !== 'rejected' && (
        <Button look="plain" label="不再对应" disabled={busy} onPress={onUndo} />
      )}
    </Box>
  )
}

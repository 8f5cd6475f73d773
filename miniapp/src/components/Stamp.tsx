import type { SignOff } from '@shared/contract/disclosure/notice'
import { Box, Txt } from '../elements/dom'
import { fullDate } from '../format/date'

interface Props {
  signOff: SignOff | null
}

/** Shows the sign-off stamp 谁审核, drawn from the stored sign-off; without one it shows a sentence instead. */
export function Stamp({ signOff }: Props) {
  if (!signOff) return <Box as="p">没有审核记录。</Box>
  const { body, name, role, opinion, reason, at } = signOff
  return (
    <Box className="stamp">
      <Txt className="stamp__word">{opinion === 'agree' ? '已审核' : '有异议'}</Txt>
      <Txt className="stamp__line">{body}</Txt>
      <Txt className="stamp__line">{`${role} ${name}`}</Txt>
      <Txt className="stamp__line">{fullDate(at)}</Txt>
      {reason && <Txt className="stamp__line">{reason}</Txt>}
    </Box>
  )
}

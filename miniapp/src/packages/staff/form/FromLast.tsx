import type { NoticeForm } from '@shared/contract/disclosure/noticeWorkflow'
import { periodLabel, previousPeriod } from '@shared/common/period'
import { Button } from '../../../components/controls/Button'
import { Box, Txt } from '../../../elements/dom'

interface Props {
  last: NoticeForm['last']
  /** Period of the notice being written. */
  period: string
  /** Amounts that only last period had, in sentences. */
  gone: readonly string[]
  fill: (() => void) | null
  undo: (() => void) | null
}

const SHOWN = 6

/**
 * Fills the form from last period 用上期的内容 with one press; changed amounts are marked at their fields, missing
 * ones listed here.
 */
export function FromLast({ last, period, gone, fill, undo }: Props) {
  if (!last || !fill) return null
  const before = previousPeriod(period)
  const missing =
    before !== null && before.length === last.period.length && before !== last.period ? before : null
  return (
    <Box className="notice" live="polite">
      <Txt>{`上期：${last.label}。与上期不同的金额，在金额下面写明。`}</Txt>
      {missing !== null && (
        <Txt className="field__fault">
          {`! 中间缺${periodLabel(missing)}：余额是从${last.label}带过来的，请先公开缺的，或者对着账改。`}
        </Txt>
      )}
      {gone.slice(0, SHOWN).map((sentence, index) => (
        <Txt key={index} className="field__help">{`! ${sentence}`}</Txt>
      ))}
      {gone.length > SHOWN && <Txt className="field__help">{`! 上期有、本期没有的共 ${gone.length} 处`}</Txt>}
      <Box className="buttons">
        {undo ? (
          <Button look="plain" label="撤销，恢复原来填的" onPress={undo} />
        ) : (
          <Button look="plain" label="用上期的内容" onPress={fill} />
        )}
      </Box>
    </Box>
  )
}

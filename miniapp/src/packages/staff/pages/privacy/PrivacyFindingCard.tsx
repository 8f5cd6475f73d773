import { useState } from 'react'
import type { Release } from '@shared/contract/disclosure/notice'
import type { ContentFinding } from '@shared/contract/disclosure/privacy'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Box, Press, Txt } from '../../../../elements/dom'
import { useFaults } from '../../../../hooks/useFaults'

interface Props {
  finding: ContentFinding
  /** Release with its reason; null if the text will be masked. */
  release: Release | null
  onRelease: (reason: string) => void
  onMask: () => void
}

const LEAST_REASON = 2

/**
 * Shows one privacy finding: position, rule, text and replacement; a reason may release it if the rule permits.
 */
export function FindingCard({ finding, release, onRelease, onMask }: Props) {
  const { place, message, quote, proposed, releasable, field } = finding
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const id = `release-${field}-${finding.code}`
  const { faults, hold } = useFaults<'reason'>(() => id)
  const keep = () => {
    const reason = typed.trim()
    if (!hold([['reason', reason.length >= LEAST_REASON, '请写为什么不是个人信息，会留下记录。']])) return
    setAsking(false)
    onRelease(reason)
  }
  return (
    <Box className="line">
      <Txt className={`state state--${release ? 'ok' : 'warn'}`}>
        {release ? `✓ 不遮：${release.reason}` : `! ${message}`}
      </Txt>
      {release && <Txt className="row__meta">{message}</Txt>}
      <Box className="fact">
        <Txt className="fact__label">写的是</Txt>
        <Txt className="fact__value">{quote}</Txt>
      </Box>
      <Box className="fact">
        <Txt className="fact__label">遮成</Txt>
        <Txt className="fact__value">{proposed}</Txt>
      </Box>
      {!releasable && (
        <Box as="p" className="small">
          这一类不能公开，必须遮住。
        </Box>
      )}
      {asking && (
        <>
          <TextField
            id={id}
            label="为什么不是个人信息"
            required
            maxLength={200}
            help="例如：村委会的办公电话。您写的理由会留下记录。"
            value={typed}
            fault={faults.reason}
            onChange={setTyped}
          />
          <Box className="buttons">
            <Button label="不遮这一处" onPress={keep} />
          </Box>
        </>
      )}
      {releasable && !asking && (
        <Box className="buttons">
          <Press
            className="button button--plain"
            label={`${release ? '还是遮住' : '这不是个人信息'}，${place}`}
            onPress={() => (release ? onMask() : setAsking(true))}
          >
            {release ? '还是遮住' : '这不是个人信息'}
          </Press>
        </Box>
      )}
    </Box>
  )
}

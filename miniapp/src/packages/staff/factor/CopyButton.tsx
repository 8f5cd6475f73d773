import { useState } from 'react'
import { Button } from '../../../components/controls/Button'
import { Box, Txt } from '../../../elements/dom'
import { copyText } from '../../../elements/platform'

/** Copies a text and says whether that worked. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <Box className="buttons">
        <Button look="plain" label={label} onPress={() => void copyText(text).then(setCopied)} />
      </Box>
      <Box live="polite">
        {copied !== null && <Txt>{copied ? '✓ 已复制。' : '! 没有复制成功，请照着抄下来。'}</Txt>}
      </Box>
    </>
  )
}

import { useState } from 'react'
import { canonicalJson, sha256Hex } from '@shared/presentation/hash'
import type { PresentedRecord } from '@shared/schemas/presentation'
import { Button } from '../../components/Button'
import { Box, Txt } from '../../elements/dom'

/** 核验: this phone computes the fingerprint of what it shows and compares it with the recorded one. */
export function Verify({ presented }: { presented: PresentedRecord }) {
  const [same, setSame] = useState<boolean | null>(null)
  const check = () => setSame(sha256Hex(canonicalJson(presented.blocks)) === presented.sha256)
  return (
    <>
      <Box as="p">内容指纹（SHA-256），公开时记下，内容改一个字就不同：</Box>
      <Box as="p" className="hash">
        {presented.sha256}
      </Box>
      <Box live="polite">
        {same === true && <Txt className="state state--ok">✓ 未被改动：您看到的内容与记下的指纹一致</Txt>}
        {same === false && (
          <Txt className="state state--late">× 对不上：您看到的内容与记下的指纹不一致，请打电话核实</Txt>
        )}
      </Box>
      <Box className="buttons">
        <Button look="plain" label="现在核验" onPress={check} />
      </Box>
    </>
  )
}

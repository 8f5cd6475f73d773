import { useMemo } from 'react'
import { canonicalJson, sha256Hex } from '@shared/common/hash'
import type { PresentedRecord } from '@shared/contract/disclosure/presentation'
import { Box, Txt } from '../../elements/dom'

/** Verifies the hash 核验: computes it from the displayed blocks and compares it with the record's. */
export function Verify({ presented }: { presented: PresentedRecord }) {
  const { blocks, sha256 } = presented
  const same = useMemo(() => sha256Hex(canonicalJson(blocks)) === sha256, [blocks, sha256])
  return (
    <>
      {same ? (
        <Txt className="state state--ok">✓ 您看到的内容与公开的指纹一致</Txt>
      ) : (
        <Txt className="state state--late">× 您看到的内容与公开的指纹不一致，请打电话核实</Txt>
      )}
      <Box as="p" className="note">
        内容指纹（SHA-256），内容改一个字就不同：
      </Box>
      <Box as="p" className="hash">
        {sha256}
      </Box>
    </>
  )
}

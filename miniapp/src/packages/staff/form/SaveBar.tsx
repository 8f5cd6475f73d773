import { Button } from '../../../components/controls/Button'
import { Link } from '../../../components/controls/Link'
import { Box, Txt } from '../../../elements/dom'

interface Props {
  busy: boolean
  problem: string
  /** The phone has no space left for the draft. */
  full: boolean
  /** The notice that keeps this one from being saved: changed by another person, or of the same period. */
  other: { label: string; url: string } | null
  onSave: () => void
}

const KEPT = '写的时候会自动存在手机里；'
const FULL = '× 手机存储满了，写的内容没有自动存下，请尽快保存；'

/** Ends the form: problems, save button and its explanation. */
export function SaveBar({ busy, problem, full, other, onSave }: Props) {
  return (
    <>
      <Box live="assertive">{problem && <Txt className="field__fault">{`× ${problem}`}</Txt>}</Box>
      <Box className="buttons">
        <Button
          label={busy ? '正在保存…' : '保存，看公开后的样子'}
          disabled={busy}
          keys="Control+S"
          onPress={onSave}
        />
        {other && <Link className="button button--plain" {...other} />}
      </Box>
      <Box as="p" className="small">
        {full ? FULL : KEPT}保存后还不会公开，要监督审核同意。
      </Box>
    </>
  )
}

import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'

type Letters = WorkNoticePage['unprintable']

const named = (letters: Letters): string =>
  letters
    .map(({ letter, within }) => `“${letter}”${within === letter ? '' : `（在“${within}”里）`}`)
    .join('、')

/** Warns of unprintable characters 打不出的字 while the text can still be changed. */
export function Unprintable({ letters }: { letters: Letters }) {
  if (letters.length === 0) return null
  const madeUp = letters.filter(letter => letter.madeUp)
  return (
    <Section title={`有 ${letters.length} 个字打印不出来`}>
      <Box as="p" className="state">{`! ${named(letters)}`}</Box>
      <Box as="p" className="small">
        不妨碍公开。打印的公示单上，这些字的位置印成“〓”，张贴以前请用笔补上。写错了的、有规范字可用的，现在就改。
      </Box>
      {madeUp.length > 0 && (
        <Box as="p" className="small">
          {`其中 ${madeUp.length} 个是自己造的字，别人的手机上也看不到，请换成规范的字，或者在后面注明读音。`}
        </Box>
      )}
    </Section>
  )
}

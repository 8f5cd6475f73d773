import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { Button } from '../../../components/controls/Button'
import { Section } from '../../../components/page/Section'
import { Box } from '../../../elements/dom'
import { SideBySide } from '../privacy/SideBySide'

interface Props {
  /** The server found personal data in the submitted content. */
  personal: boolean
  disabled: boolean
  maskAll: () => Promise<void>
  previewed: MaskPreview | null
  look: () => Promise<void>
  staffOf: string
}

/** Applies all proposed masks 按规定遮好 with one press; the result can be previewed. */
export function MaskAll({ personal, disabled, maskAll, previewed, look, staffOf }: Props) {
  if (!personal) return null
  return (
    <>
      <Box className="buttons">
        <Button label="按规定遮好" look="plain" disabled={disabled} onPress={() => void maskAll()} />
        <Button label="遮好是什么样" look="plain" disabled={disabled} onPress={() => void look()} />
      </Box>
      {previewed && (
        <>
          <Section title={`查到的（${previewed.findings.length} 处）`}>
            {previewed.findings.map(({ field, code, message, quote, proposed }, index) => (
              <Box key={`${field}${code}${index}`} as="p">
                {`! ${message}（${quote} → ${proposed}）`}
              </Box>
            ))}
          </Section>
          <SideBySide before={previewed.before} after={previewed.after} staffOf={staffOf} />
        </>
      )}
    </>
  )
}

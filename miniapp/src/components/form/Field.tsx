import type { ReactNode } from 'react'
import { Box, Txt } from '../../elements/dom'
import { fieldId } from '../../elements/marked'

interface Props {
  id: string
  label: string
  required?: boolean
  help?: string
  fault?: string
  /** Hides the label, since a heading above shows it. */
  quiet?: boolean
  children: ReactNode
}

/** Shows a field with label, help text and fault. The control inside is named by the same label. */
export function Field({ id, label, required = false, help, fault, quiet = false, children }: Props) {
  return (
    <Box className="field" id={fieldId(id)}>
      {!quiet && (
        <Txt className="field__label">
          {label}
          {required && <Txt className="field__must">（必填）</Txt>}
        </Txt>
      )}
      {children}
      <Box id={`${id}-about`}>
        {help && <Txt className="field__help">{help}</Txt>}
        {fault && <Txt className="field__fault">{`× ${fault}`}</Txt>}
      </Box>
    </Box>
  )
}

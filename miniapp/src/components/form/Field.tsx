import type { ReactNode } from 'react'
import { Box, Txt } from '../../elements/dom'

interface Props {
  id: string
  label: string
  required?: boolean
  help?: string
  fault?: string
  /** A heading above already says the label. */
  quiet?: boolean
  children: ReactNode
}

/** A field with its name, one sentence of help and its fault. The control inside names itself by the same label. */
export function Field({ id, label, required = false, help, fault, quiet = false, children }: Props) {
  return (
    <Box className="field" id={`${id}-field`}>
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

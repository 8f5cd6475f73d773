import { Box } from '../elements/dom'

/** A label and what stands behind it; nothing where there is nothing to say. */
export function Fact({ label, value }: { label: string; value: string | null }) {
  if (!value) return null
  return (
    <Box className="fact">
      <Box className="fact__label">{label}</Box>
      <Box className="fact__value">{value}</Box>
    </Box>
  )
}

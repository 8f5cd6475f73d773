import { Box } from '../elements/dom'

/** Shows a label with its value; renders nothing for an empty value. */
export function Fact({ label, value }: { label: string; value: string | null }) {
  if (!value) return null
  return (
    <Box className="fact">
      <Box className="fact__label">{label}</Box>
      <Box className="fact__value">{value}</Box>
    </Box>
  )
}

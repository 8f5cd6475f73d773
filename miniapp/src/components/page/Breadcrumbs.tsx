import { Box, Txt } from '../../elements/dom'
import { Link } from '../controls/Link'

interface Props {
  steps: readonly { label: string; url?: string }[]
}

/** Shows the page's position: 街道 › 村 › 类别. */
export function Breadcrumbs({ steps }: Props) {
  return (
    <Box className="trail">
      {steps.map(({ label, url }, index) => (
        <Box key={label} className="trail__step">
          {index > 0 && (
            <Txt decorative className="trail__gap">
              ›
            </Txt>
          )}
          {url ? <Link className="trail__link" label={label} url={url} /> : <Txt>{label}</Txt>}
        </Box>
      ))}
    </Box>
  )
}

import { Press } from '../../elements/dom'
import type { Common } from '../../elements/types'
import { open } from '../../routes'

interface Props extends Common {
  label: string
  url: string
}

/** Links to another page; a native link in the browser. */
export function Link({ label, url, className = 'link', children }: Props) {
  return (
    <Press className={className} label={label} url={url} onPress={() => open(url)}>
      {children ?? label}
    </Press>
  )
}

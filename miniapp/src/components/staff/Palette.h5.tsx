import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { DeskPlace } from '@shared/contract/people/todo'
import { api } from '../../api/client'
import { useResource } from '../../hooks/useResource'
import { open } from '../../routes'
import { type PaletteEntry, matchingEntries, paletteEntries } from './paletteEntries'

interface Props {
  places: readonly DeskPlace[]
  /** The organisation that the rail is at. */
  place: DeskPlace | undefined
  onClose: () => void
}

function useEntries({ places, place }: Props): PaletteEntry[] {
  const orgs = useResource('orgs', () => api('GET /orgs'))
  const code = place?.code ?? ''
  const catalogue = useResource(code && `catalogue:${code}`, () =>
    api('GET /orgs/:code/catalogue', { params: { code } }),
  )
  return paletteEntries(places, place, orgs.data?.items ?? [], catalogue.data)
}

/** Goes to a page, a village or an item by its name 直达: Ctrl K, words, ↑ ↓, Enter. */
export function Palette(props: Props) {
  const { onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const list = useId()
  const found = matchingEntries(useEntries(props), typed)
  const at = Math.min(chosen, Math.max(0, found.length - 1))
  useEffect(() => {
    const shown = dialog.current
    // Safari before 15.4 has no modal dialogs and shows it in place.
    if (shown && 'showModal' in shown) shown.showModal()
    else (shown as HTMLElement | null)?.setAttribute('open', '')
  }, [])
  const go = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    open(entry.url)
  }
  const take = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((at + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter') go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <dialog ref={dialog} className="keys palette" aria-label="直达" onClose={onClose}>
      <input
        className="palette__input"
        role="combobox"
        aria-label="找页面、村、事项"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        placeholder="找页面、村、事项"
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={take}
      />
      <div id={list} role="listbox" aria-label="找到的">
        {found.map((entry, index) => (
          <div
            key={`${entry.url}${entry.label}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            className={`palette__row${index === at ? ' palette__row--on' : ''}`}
            onClick={() => go(entry)}
          >
            <span>{entry.label}</span>
            <span className="palette__hint">{entry.hint}</span>
          </div>
        ))}
      </div>
      <p className="small" aria-live="polite">
        {found.length === 0 ? '没有找到，换一个词。' : '↑ ↓ 选，Enter 打开，Esc 关上'}
      </p>
    </dialog>
  )
}

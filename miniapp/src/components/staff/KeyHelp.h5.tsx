import { useEffect, useRef } from 'react'

const KEYS: readonly [keys: string, what: string][] = [
  ['Ctrl + S', '存草稿'],
  ['Ctrl + Enter', '办下一步，和按那个按钮一样，该问的还会问'],
  ['Ctrl + K', '找页面、村、事项，直接打开'],
  ['↑ ↓', '在列表里上下移动'],
  ['Enter', '打开这一行'],
  ['空格', '选上这一行前面的方框'],
  ['?', '打开这张说明，Esc 关上'],
]

/** Lists the keys of the desk in a dialog. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    // Safari before 15.4 has no modal dialogs and shows it in place.
    if (shown && 'showModal' in shown) shown.showModal()
    else (shown as HTMLElement | null)?.setAttribute('open', '')
  }, [])
  return (
    <dialog ref={dialog} className="keys" aria-label="快捷键" onClose={onClose}>
      <h2 className="heading">快捷键</h2>
      <dl className="keys__list">
        {KEYS.map(([keys, what]) => (
          <div key={keys} className="keys__row">
            <dt className="keys__key">{keys}</dt>
            <dd className="keys__what">{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button button--plain" onClick={onClose}>
        关上
      </button>
    </dialog>
  )
}

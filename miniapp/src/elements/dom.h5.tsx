import Taro from '@tarojs/taro'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { cellClass, rowClass } from './cells'
import { highlightIf } from './marked'
import type {
  BoxProps,
  DateProps,
  HeadingProps,
  InputProps,
  OpenProps,
  PhoneProps,
  PictureProps,
  PressProps,
  SelectProps,
  TableProps,
  TextareaProps,
  TextProps,
} from './types'

/** Implements the elements as plain HTML, which browsers, keyboards and screen readers support natively. */
export function Box(props: BoxProps) {
  const { as: Tag = 'div', label, role, live, decorative, className, id, style, children } = props
  return (
    <Tag
      className={className}
      id={id}
      style={style}
      role={role}
      aria-label={label}
      aria-live={live}
      aria-hidden={decorative || undefined}
      tabIndex={Tag === 'main' ? -1 : undefined}
    >
      {children}
    </Tag>
  )
}

export function Txt({ decorative, strong, className, id, style, children }: TextProps) {
  const Tag = strong ? 'strong' : 'span'
  return (
    <Tag className={className} id={id} style={style} aria-hidden={decorative || undefined}>
      {children}
    </Tag>
  )
}

export function Heading({ level, className, id, style, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag className={className} id={id} style={style}>
      {children}
    </Tag>
  )
}

const hrefOf = (url: string) => `#${url}`
const opensElsewhere = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

export function Press(props: PressProps) {
  const {
    label,
    onPress,
    role,
    url,
    disabled,
    selected,
    checked,
    expanded,
    current,
    keys,
    className,
    id,
    style,
  } = props
  const shared = {
    id,
    style,
    className,
    // The name contains all visible words in order, so that voice control works with them (WCAG 2.5.3).
    'aria-label': props.children === label ? undefined : label,
    'aria-current': current ? ('page' as const) : undefined,
    'aria-keyshortcuts': keys,
  }
  if (url) {
    const follow = (event: MouseEvent) => {
      if (opensElsewhere(event)) return
      event.preventDefault()
      onPress()
    }
    return (
      <a {...shared} href={hrefOf(url)} onClick={follow}>
        {props.children}
      </a>
    )
  }
  return (
    <button
      {...shared}
      type="button"
      role={role === 'button' ? undefined : role}
      disabled={disabled}
      aria-selected={selected}
      aria-checked={checked}
      aria-expanded={expanded}
      onClick={onPress}
    >
      {props.children}
    </button>
  )
}

export const Picture = ({ label, src, className, lazy, onFault }: PictureProps) => (
  <img className={className} src={src} alt={label} loading={lazy ? 'lazy' : undefined} onError={onFault} />
)

export function Phone({ label, phone, className, children }: PhoneProps) {
  return (
    <a className={className} href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={label}>
      {children}
    </a>
  )
}

/** First keyboard stop: skips to the main part of the page. */
export function SkipLink() {
  const skip = (event: MouseEvent<HTMLElement>) =>
    event.currentTarget.parentElement?.querySelector('main')?.focus()
  return (
    <button type="button" className="skip" onClick={skip}>
      跳到正文
    </button>
  )
}

/** WeChat's own feedback is missing in browsers: opens the app's form with the address of the page. */
export function FeedbackButton({ label, className, children }: OpenProps) {
  const form = '/packages/inbox/pages/feedback/index'
  const send = () => {
    const from = window.location.hash.slice(1)
    void Taro.navigateTo({ url: `${form}?from=${encodeURIComponent(from)}` })
  }
  return (
    <Press className={className} label={label} url={form} onPress={send}>
      {children}
    </Press>
  )
}

/** Copies the link of the page. */
export function ShareButton({ className, children }: OpenProps) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(window.location.href).then(() => setCopied(true))
  return (
    <button className={className} type="button" onClick={copy} aria-live="polite">
      {copied ? '链接已复制' : children}
    </button>
  )
}

export function TextInput(props: InputProps) {
  const { id, value, onChange, kind = 'text', placeholder, maxLength, onConfirm, className, disabled } = props
  const modes = { text: 'text', search: 'search', decimal: 'decimal', integer: 'numeric' } as const
  const confirm = (event: KeyboardEvent) => event.key === 'Enter' && onConfirm?.()
  return (
    <input
      id={id}
      className={className}
      value={value}
      type={kind === 'search' ? 'search' : 'text'}
      inputMode={modes[kind]}
      placeholder={placeholder}
      maxLength={maxLength ?? 200}
      disabled={disabled}
      aria-label={props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      onChange={event => onChange(event.target.value)}
      onKeyDown={confirm}
    />
  )
}

export function TextArea(props: TextareaProps) {
  return (
    <textarea
      id={props.id}
      className={props.className}
      value={props.value}
      rows={3}
      placeholder={props.placeholder}
      maxLength={props.maxLength ?? 5000}
      disabled={props.disabled}
      aria-label={props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      onChange={event => props.onChange(event.target.value)}
    />
  )
}

export function Select(props: SelectProps) {
  return (
    <select
      id={props.id}
      className={props.className}
      value={props.value}
      disabled={props.disabled}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onChange={event => props.onChange(event.target.value)}
    >
      {props.options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

export function DateInput(props: DateProps) {
  return (
    <input
      id={props.id}
      className={props.className}
      type="date"
      value={props.value}
      disabled={props.disabled}
      aria-label={props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      onChange={event => props.onChange(event.target.value)}
    />
  )
}

export function Table({ label, columns, rows, marked }: TableProps) {
  return (
    <div className="sheet" role="region" aria-label={label}>
      <table className="sheet__table">
        <thead className="sheet__head">
          <tr className="sheet__row">
            {columns.map(column => (
              <th key={column.id} scope="col" className={`${cellClass(column)} cell--head`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="sheet__lines">
          {rows.map(row =>
            'span' in row ? (
              <tr key={row.id} className="sheet__row sheet__row--span">
                <td className="cell" colSpan={columns.length}>
                  {row.span.map(text => (
                    <span key={text} className="cell__part">
                      {text}
                    </span>
                  ))}
                </td>
              </tr>
            ) : (
              <tr key={row.id} {...highlightIf(row.id === marked, rowClass(row.own))}>
                {row.cells.map((text, index) => (
                  <td key={columns[index]?.id ?? index} className={cellClass(columns[index])}>
                    {text}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

import { Button, Image, Input, Picker, Text, Textarea, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { cellClass, rowClass } from './cells'
import { highlightIf } from './marked'
import { isSinglePage } from './platform'
import { tellRefusal } from './refusal'
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

/**
 * Implements the elements for the mini program; the only file that uses Taro's built-in components.
 * `dom.h5.tsx` implements them as plain HTML (button, a, table, h1 …), so that both platforms have correct
 * semantics.
 */
const ROLES = { nav: 'navigation', ul: 'list', li: 'listitem' } as const
const roleOf = (tag: BoxProps['as']) => (tag && tag in ROLES ? ROLES[tag as keyof typeof ROLES] : undefined)

export function Box({ as, label, role, live, decorative, className, id, style, children }: BoxProps) {
  return (
    <View
      className={className}
      id={id}
      style={style}
      ariaRole={role ?? roleOf(as)}
      ariaLabel={label}
      ariaLive={live}
      ariaHidden={decorative}
    >
      {children}
    </View>
  )
}

export function Txt({ decorative, strong, className, id, style, children }: TextProps) {
  const classes = [className, strong && 'strong'].filter(Boolean).join(' ')
  return (
    <Text className={classes || undefined} id={id} style={style} ariaHidden={decorative}>
      {children}
    </Text>
  )
}

export function Heading({ className, id, style, children }: HeadingProps) {
  return (
    <View className={className} id={id} style={style} ariaRole="heading">
      {children}
    </View>
  )
}

export function Press(props: PressProps) {
  const { label, onPress, role, url, disabled, selected, checked, expanded, className, id, style, children } =
    props
  return (
    <View
      className={className}
      id={id}
      style={style}
      hoverClass={disabled ? 'none' : 'pressed'}
      ariaRole={role ?? (url ? 'link' : 'button')}
      ariaLabel={label}
      ariaDisabled={disabled}
      ariaSelected={selected}
      ariaChecked={checked}
      ariaExpanded={expanded}
      onClick={disabled ? undefined : onPress}
    >
      {children}
    </View>
  )
}

export function Phone({ label, phone, className, children }: PhoneProps) {
  const call = () =>
    void Taro.makePhoneCall({ phoneNumber: phone }).catch((error: unknown) => tellRefusal(error, '电话'))
  return (
    <Press className={className} label={label} onPress={call}>
      {children}
    </Press>
  )
}

export const Picture = ({ label, src, className, lazy, onFault }: PictureProps) => (
  <Image
    className={className}
    src={src}
    mode={lazy ? 'aspectFill' : 'widthFix'}
    lazyLoad={lazy}
    ariaRole="img"
    ariaLabel={label || undefined}
    ariaHidden={label === ''}
    onError={onFault}
  />
)

/** Needed for keyboards only. */
export const SkipLink = () => null

/** Opens WeChat's feedback page; nothing in the preview of the timeline, where it cannot. */
export function FeedbackButton({ label, className, children }: OpenProps) {
  if (isSinglePage()) return null
  return (
    <Button
      className={className}
      openType="feedback"
      ariaRole="button"
      ariaLabel={label}
      hoverClass="pressed"
    >
      {children}
    </Button>
  )
}

/** Forwards the page's share card to a chat; nothing in the preview of the timeline, where it cannot. */
export function ShareButton({ label, className, children }: OpenProps) {
  if (isSinglePage()) return null
  return (
    <Button className={className} openType="share" ariaRole="button" ariaLabel={label} hoverClass="pressed">
      {children}
    </Button>
  )
}

const KEYBOARDS = { text: 'text', search: 'text', decimal: 'digit', integer: 'number' } as const

export function TextInput(props: InputProps) {
  const {
    id,
    label,
    value,
    onChange,
    kind = 'text',
    placeholder,
    maxLength,
    onConfirm,
    className,
    disabled,
  } = props
  return (
    <Input
      id={id}
      className={className}
      value={value}
      type={KEYBOARDS[kind]}
      placeholder={placeholder}
      placeholderClass="placeholder"
      maxlength={maxLength ?? 200}
      confirmType={kind === 'search' ? 'search' : 'done'}
      disabled={disabled}
      ariaLabel={label}
      onInput={event => onChange(event.detail.value)}
      onConfirm={onConfirm}
    />
  )
}

export function TextArea({
  id,
  label,
  value,
  onChange,
  placeholder,
  maxLength,
  className,
  disabled,
}: TextareaProps) {
  return (
    <Textarea
      id={id}
      className={className}
      value={value}
      placeholder={placeholder}
      placeholderClass="placeholder"
      maxlength={maxLength ?? 5000}
      autoHeight
      disabled={disabled}
      ariaLabel={label}
      onInput={event => onChange(event.detail.value)}
    />
  )
}

export function Select({ id, label, value, onChange, options, className, disabled }: SelectProps) {
  const index = Math.max(
    0,
    options.findIndex(option => option.value === value),
  )
  const chosen = options[index]?.label ?? ''
  return (
    <Picker
      mode="selector"
      range={options.map(option => option.label)}
      value={index}
      disabled={disabled}
      onChange={event => onChange(options[Number(event.detail.value)]?.value ?? value)}
    >
      <View id={id} className={className} ariaRole="button" ariaLabel={`${label},${chosen}`}>
        {chosen}
      </View>
    </Picker>
  )
}

export function DateInput({ id, label, value, onChange, className, disabled }: DateProps) {
  return (
    <Picker mode="date" value={value} disabled={disabled} onChange={event => onChange(event.detail.value)}>
      <View id={id} className={className} ariaRole="button" ariaLabel={`${label},${value || '未选'}`}>
        {value || '选择日期'}
      </View>
    </Picker>
  )
}

export function Table({ label, columns, rows, marked }: TableProps) {
  return (
    <View className="sheet" ariaLabel={label}>
      <View className="sheet__table">
        <View className="sheet__row sheet__head">
          {columns.map(column => (
            <View key={column.id} className={`${cellClass(column)} cell--head`}>
              {column.label}
            </View>
          ))}
        </View>
        {rows.map(row =>
          'span' in row ? (
            <View key={row.id} className="sheet__row sheet__row--span">
              <View className="cell">
                {row.span.map(text => (
                  <Text key={text} className="cell__part">
                    {text}
                  </Text>
                ))}
              </View>
            </View>
          ) : (
            <View key={row.id} {...highlightIf(row.id === marked, rowClass(row.own))}>
              {row.cells.map((text, index) => (
                <View key={columns[index]?.id ?? index} className={cellClass(columns[index])}>
                  {text}
                </View>
              ))}
            </View>
          ),
        )}
      </View>
    </View>
  )
}

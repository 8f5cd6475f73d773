import { closestBuiltin, hostElement, type Caller } from '../glassEasel'
import { builtin, emit, fieldValues, isOn, type Builtin, type BuiltinContext, type Data } from './context'

const TEXT = [
  'value',
  'placeholder',
  'placeholderClass',
  'placeholderStyle',
  'disabled',
  'maxlength',
  'focus',
  'name',
]
const KEYBOARD = [
  'type',
  'password',
  'confirmType',
  'confirmHold',
  'cursorSpacing',
  'adjustPosition',
  'autoHeight',
]

type NativeField = HTMLInputElement | HTMLTextAreaElement

const nativeField = (caller: Caller) =>
  hostElement(caller)?.querySelector<NativeField>('input, textarea') ?? null

/** Fields that the user writes into or picks from. */
export function fields(context: BuiltinContext): Record<string, Builtin> {
  return {
    input: textField(),
    textarea: textField(),
    switch: choice('switch'),
    checkbox: choice('checkbox'),
    radio: choice('radio'),
    'checkbox-group': builtin(['name']),
    'radio-group': builtin(['name']),
    slider: slider(),
    picker: picker(context),
    image: image(context),
    'rich-text': richText(),
  }
}

function textField(): Builtin {
  return builtin([...TEXT, ...KEYBOARD], {
    data: { htmlType: 'text' },
    observers: {
      value(this: Caller, value: unknown) {
        const field = nativeField(this)
        if (field && field.value !== String(value ?? '')) field.value = String(value ?? '')
      },
      password(this: Caller, on: unknown) {
        this.setData({ htmlType: isOn(on) ? 'password' : 'text' })
      },
    },
    methods: {
      onInput(this: Caller) {
        const field = nativeField(this)
        if (!field) return
        fieldValues.set(this, field.value)
        emit(this, 'input', { value: field.value, cursor: field.selectionStart ?? 0 })
      },
      onFocus(this: Caller) {
        emit(this, 'focus', { value: currentValue(this) })
      },
      onBlur(this: Caller) {
        emit(this, 'blur', { value: currentValue(this) })
      },
      onKey(this: Caller, event: { detail: { key?: string } }) {
        if (event.detail.key === 'Enter') emit(this, 'confirm', { value: currentValue(this) })
      },
    },
  })
}

const currentValue = (caller: Caller) => fieldValues.get(caller) ?? (caller.data as Data).value ?? ''

function choice(kind: 'switch' | 'checkbox' | 'radio'): Builtin {
  return builtin(['checked', 'disabled', 'value', 'color', 'name'], {
    methods: {
      onChange(this: Caller) {
        const on = hostElement(this)?.querySelector('input')?.checked ?? false
        fieldValues.set(this, on)
        if (kind === 'switch') emit(this, 'change', { value: on })
        else changeGroup(this, kind, on)
      },
    },
  })
}

/** A checkbox or radio notifies its group, and the group notifies the app. */
function changeGroup(changed: Caller, kind: string, on: boolean): void {
  const group = closestBuiltin(changed, `${kind}-group`)
  if (!group) return
  const own = (changed.data as Data).value
  const others = ((fieldValues.get(group) as unknown[] | undefined) ?? []).filter(value => value !== own)
  const value = kind === 'radio' ? own : on ? [...others, own] : others
  fieldValues.set(group, value)
  emit(group, 'change', { value })
}

function slider(): Builtin {
  return builtin(['min', 'max', 'step', 'value', 'disabled', 'showValue', 'name'], {
    methods: {
      onChange(this: Caller) {
        const value = Number(hostElement(this)?.querySelector('input')?.value)
        fieldValues.set(this, value)
        emit(this, 'change', { value })
      },
    },
  })
}

/** A pressed picker opens a sheet: one button per choice, or a field for dates and times. */
function picker({ dialogs }: BuiltinContext): Builtin {
  return builtin(
    ['mode', 'range', 'rangeKey', 'value', 'start', 'end', 'fields', 'disabled', 'headerText', 'name'],
    {
      lifetimes: {
        attached(this: Caller) {
          this._$.addListener('tap', () => {
            if (!isOn((this.data as Data).disabled)) void pick(this, dialogs)
          })
        },
      },
    },
  )
}

async function pick(caller: Caller, dialogs: BuiltinContext['dialogs']): Promise<void> {
  const { mode, range, rangeKey, value, headerText } = caller.data as Data
  const title = String(headerText ?? '')
  const cancel = { label: '取消', value: 'cancel' }
  const isSelector = mode === undefined || mode === null || mode === 'selector'
  const answer = isSelector
    ? await dialogs.ask(title, '', [...choicesOf(range, rangeKey), cancel])
    : await dialogs.ask(title, '', [{ label: '确定', value: 'confirm' }, cancel], {
        label: title || '选择',
        value: String(value ?? ''),
      })
  if (answer.value === 'cancel') return emit(caller, 'cancel')
  const picked = isSelector ? Number(answer.value) : answer.field
  fieldValues.set(caller, picked)
  emit(caller, 'change', { value: picked })
}

function choicesOf(range: unknown, rangeKey: unknown) {
  return ((range as unknown[] | undefined) ?? []).map((entry, index) => ({
    label: String(rangeKey ? (entry as Data)[String(rangeKey)] : entry),
    value: String(index),
  }))
}

function image({ assets }: BuiltinContext): Builtin {
  return builtin(['src', 'mode', 'lazyLoad', 'webp', 'showMenuByLongpress'], {
    data: { source: '' },
    observers: {
      src(this: Caller, src: unknown) {
        const path = String(src ?? '')
        this.setData({ source: assets[path.startsWith('/') ? path : `/${path}`] ?? path })
      },
    },
    methods: {
      onLoad(this: Caller) {
        emit(this, 'load')
      },
      onError(this: Caller) {
        emit(this, 'error', { errMsg: 'load fail' })
      },
    },
  })
}

function richText(): Builtin {
  return builtin(['nodes', 'space'], {
    observers: {
      nodes(this: Caller, nodes: unknown) {
        void Promise.resolve().then(() => {
          const inner = hostElement(this)?.firstElementChild
          if (inner) inner.innerHTML = typeof nodes === 'string' ? nodes : ''
        })
      },
    },
  })
}

import { callerOf, closestBuiltin, hostElement, type Caller, type FrameworkElement } from '../glassEasel'
import { builtin, emit, fieldValues, isOn, type Builtin, type BuiltinContext, type Data } from './context'

const HOVER = ['hoverClass', 'hoverStopPropagation', 'hoverStartTime', 'hoverStayTime']
const OPEN_TYPES: Record<string, string> = {
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

/** Boxes that only hold other things, and those that do something when pressed. */
export function containers(context: BuiltinContext): Record<string, Builtin> {
  return {
    view: builtin([...HOVER, 'animation']),
    text: builtin(['selectable', 'userSelect', 'space', 'decode', 'overflow', 'maxLines']),
    label: builtin(['for', 'name']),
    'root-portal': builtin(['enable']),
    'page-meta': builtin(['rootFontSize', 'pageStyle', 'pageFontSize', 'backgroundColor']),
    swiper: builtin(['current', 'autoplay', 'interval', 'circular', 'indicatorDots', 'duration', 'vertical']),
    'swiper-item': builtin(['itemId', 'skipHiddenItemLayout']),
    'scroll-view': scrollView(),
    navigator: navigator(context),
    button: button(context),
    form: builtin(['reportSubmit'], { methods: {} }),
  }
}

function scrollView(): Builtin {
  const scrolling = ['scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'scrollWithAnimation']
  const looks = ['upperThreshold', 'lowerThreshold', 'enhanced', 'showScrollbar', 'enableFlex', 'animation']
  return builtin([...scrolling, ...looks, 'refresherEnabled', 'refresherTriggered'], {
    lifetimes: {
      attached(this: Caller) {
        hostElement(this)?.addEventListener('scroll', () => emit(this, 'scroll', {}))
        hostElement(this)?.addEventListener('phone-scroll-end', () =>
          emit(this, 'scrolltolower', { direction: 'bottom' }),
        )
      },
    },
  })
}

function navigator({ wx }: BuiltinContext): Builtin {
  return builtin(['url', 'openType', 'delta', ...HOVER], {
    lifetimes: {
      attached(this: Caller) {
        const data = this.data as Data
        hostElement(this)?.setAttribute('role', 'link')
        this._$.addListener('tap', () => {
          wx(OPEN_TYPES[String(data.openType)] ?? 'navigateTo', { url: data.url, delta: data.delta })
        })
      },
    },
  })
}

function button({ shareFrom }: BuiltinContext): Builtin {
  const looks = ['size', 'type', 'plain', 'loading', ...HOVER]
  const doing = ['disabled', 'formType', 'openType', 'lang', 'name', 'sessionFrom', 'appParameter']
  return builtin([...looks, ...doing], {
    lifetimes: {
      attached(this: Caller) {
        hostElement(this)?.setAttribute('type', 'button')
        this._$.addListener('tap', () => {
          const data = this.data as Data
          if (isOn(data.disabled)) return
          if (data.formType) pressFormButton(this, String(data.formType))
          if (data.openType === 'share') shareFrom(this)
        })
      },
    },
    observers: {
      disabled(this: Caller, value: unknown) {
        hostElement(this)?.toggleAttribute('disabled', isOn(value))
      },
    },
  })
}

function pressFormButton(pressed: Caller, formType: string): void {
  const form = closestBuiltin(pressed, 'form')
  if (!form) return
  if (formType === 'reset') emit(form, 'reset')
  else emit(form, 'submit', { value: formValues(form._$) })
}

/** Values of the named fields below a form. */
function formValues(root: FrameworkElement): Data {
  const values: Data = {}
  for (const child of root.childNodes) {
    const element = child.asElement()
    if (!element) continue
    const caller = callerOf(element)
    const { name, value } = (caller?.data ?? {}) as Data
    if (caller && name) values[String(name)] = fieldValues.get(caller) ?? value ?? ''
    Object.assign(values, formValues(element))
  }
  return values
}
